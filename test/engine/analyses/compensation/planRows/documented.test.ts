import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODIFIERS } from '../../../../../src/engine/analyses/compensation/planRows/modifierColumns';
import { PLAN_TABLES } from '../../../../../src/engine/analyses/compensation/planRows/planTables';
import {
  BANDS,
  BASES,
  KINDS,
  OPTIONS,
  PAYS,
  PERIODS,
  UNITS,
} from '../../../../../src/engine/analyses/compensation/planRows/words';

const doc = (name: string): string => readFileSync(join(__dirname, '../../../../../docs', name), 'utf8');
const modifiers = Object.entries(MODIFIERS);
const choices = modifiers.flatMap(([, { columns }]) =>
  Object.values(columns).flatMap((use) => (use.is === 'choice' ? [use.words] : [])),
);
const records = [KINDS, BASES, PERIODS, UNITS, BANDS, PAYS];

test('docs/inputs.md has every word that a person may type into a plan', () => {
  const text = doc('inputs.md');
  const words = [
    ...records.flatMap((words) => Object.values<string>(words)),
    ...OPTIONS.map(({ says }) => says),
    ...modifiers.map(([, { says }]) => says),
    ...choices.flatMap((words) => Object.values(words)),
  ].map((word) => word.replace(/^(crossing deals whole) in the upper band$/, '$1'));
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
});

test('docs/json.md has every field and id of a plan', () => {
  const text = doc('json.md');
  const ids = [
    ...records.flatMap((words) => Object.keys(words)),
    ...modifiers.map(([kind]) => kind),
    ...choices.flatMap((words) => Object.keys(words)),
    ...OPTIONS.flatMap(({ sets }) => Object.keys(sets)),
    ...PLAN_TABLES[0].columns
      .map(({ id }) => id)
      .filter((id) => !['plan', 'component', 'options'].includes(id)),
  ];
  expect(ids.filter((id) => !text.includes(id))).toEqual([]);
});
