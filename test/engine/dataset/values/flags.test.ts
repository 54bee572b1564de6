import { flagOf } from '../../../../src/engine/dataset/values/flags';
import { folded, isBlank, isErrorText, labelOf } from '../../../../src/engine/dataset/values/text';

it('reads yes and no in the ways people write them', () => {
  for (const yes of [true, 1, '1', 'TRUE', 'Yes', ' yes ', 'Ja', 'Oui', 'Sí', 'Sim', 'Done', 'x', '✓'])
    expect([yes, flagOf(yes)]).toEqual([yes, true]);
  for (const no of [false, 0, '0', 'FALSE', 'No', 'Nein', 'Non', 'Não', 'Undone', 'nee'])
    expect([no, flagOf(no)]).toEqual([no, false]);
  for (const neither of [null, undefined, '', 'Maybe', 2, '#N/A', '__proto__'])
    expect([neither, flagOf(neither)]).toEqual([neither, undefined]);
});

it('keeps labels as they are, but for the spaces around them', () => {
  expect(labelOf(' Müller ')).toBe('Müller');
  expect(labelOf("'t Hooft")).toBe("'t Hooft");
  expect(labelOf('=SUM(A1)')).toBe('=SUM(A1)');
  expect(labelOf(42)).toBe('42');
  expect(labelOf(true)).toBe('TRUE');
});

it('knows what says nothing, and what is an error', () => {
  for (const blank of [null, undefined, '', ' \u00a0', '(No value)']) expect(isBlank(blank)).toBe(true);
  for (const filled of [0, false, '-', 'n/a', '(x)']) expect(isBlank(filled)).toBe(false);
  expect(isErrorText('#N/A')).toBe(true);
  expect(isErrorText('#1')).toBe(false);
});

it('folds spellings', () => {
  expect(folded(' Ganho/Perdido ')).toBe('ganho perdido');
  expect(folded('2. Größe')).toBe('2 grosse');
});
