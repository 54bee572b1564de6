import {
  FATES,
  fateOf,
  nextClose,
  overrideOf,
  spelledAs,
  withFate,
  withOverride,
  type Fate,
} from '../../../../src/engine/analyses/forecast/dealFates';

const deal = { id: 'D1', expectedClose: '2026-01-20' };
const AS_OF = '2025-12-31';

describe('what is supposed of a deal', () => {
  it.each(Object.keys(FATES) as Fate[])('is read as it was written: %s', (fate) => {
    const rows = withFate([{ deal: 'D2', include: 'No' }], deal, fate, AS_OF);
    expect(fateOf(overrideOf(spelledAs([...rows], ['D1', 'D2']), 'D1'))).toBe(fate);
    expect(fateOf(overrideOf(rows, 'D2'))).toBe('omitted');
    expect(rows).toHaveLength(fate === 'computed' ? 1 : 2);
  });

  it('is read as the forecast reads it, whatever the blanks around a word', () => {
    expect(fateOf({ deal: 'D1', include: ' No ' })).toBe('omitted');
  });

  it('gives way to the next, and leaves amount and category as they were', () => {
    const once = withOverride(withFate([], deal, 'won', AS_OF), 'D1', {
      amount: 5000_00,
      category: 'Commit',
    });
    expect(withFate(once, deal, 'later', AS_OF)).toEqual([
      { deal: 'D1', close: '2026-02-28', amount: 5000_00, category: 'Commit' },
    ]);
    expect(
      withOverride(withFate(once, deal, 'computed', AS_OF), 'D1', { amount: null, category: null }),
    ).toEqual([]);
  });

  it('another day is the end of the month after the one expected, never one that is past', () => {
    expect(nextClose(deal, AS_OF)).toBe('2026-02-28');
    expect(nextClose({ expectedClose: '2024-05-05' }, AS_OF)).toBe('2026-01-31');
    expect(nextClose({ expectedClose: null }, '2026-01-30')).toBe('2026-02-28');
  });
});
