import { dayOfIso, type Day } from '../../../src/engine/core/day';
import type { Quotas } from '../../../src/engine/dataset/dataset';
import { quotaBetween, quotasByPerson } from '../../../src/engine/analyses/salesQuotas';
import { textColumn } from '../../support/dataset';

const day = (iso: string): Day => dayOfIso(iso)!;

/** One quota a row: who, of what measure, from when to when, how much. */
const quotasOf = (
  ...rows: readonly (readonly [
    person: string,
    measure: string | undefined,
    start: string,
    end: string,
    cents: number,
  ])[]
): Quotas => ({
  count: rows.length,
  origin: { table: new Uint16Array(rows.length), row: Int32Array.from(rows, (_, i) => i + 2) },
  person: textColumn(rows.map(([person]) => person)),
  measure: textColumn(rows.map(([, measure]) => measure)),
  start: Float64Array.from(rows, ([, , start]) => day(start)),
  end: Float64Array.from(rows, ([, , , end]) => day(end)),
  amount: Float64Array.from(rows, ([, , , , cents]) => cents),
});

const JANUARY = ['2026-01-01', '2026-01-31'] as const;
const ofJanuary = (quotas: Quotas): number | null => quotaBetween(quotas, day(JANUARY[0]), day(JANUARY[1]));

describe('quotas of the amount won', () => {
  it('add up over people, a longer one by its days', () => {
    const quotas = quotasOf(
      ['Ann', undefined, ...JANUARY, 3100],
      ['Bob', undefined, '2026-01-01', '2026-03-31', 9000],
    );
    expect(ofJanuary(quotas)).toBe(3100 + 3100);
    const of = quotasByPerson(quotas, day('2026-01-01'), day('2026-02-28'));
    expect([of('ann '), of('Bob'), of('Cid')]).toEqual([3100, 5900, null]);
  });

  it('are those of the measure that is called an amount, where there are several', () => {
    const revenue = ['Ann', 'Revenue', ...JANUARY, 5000] as const;
    const meetings = ['Ann', 'Meetings', ...JANUARY, 4000] as const;
    expect(ofJanuary(quotasOf(revenue, meetings))).toBe(5000);
    expect(quotasByPerson(quotasOf(revenue, meetings), day(JANUARY[0]), day(JANUARY[1]))('Ann')).toBe(5000);
    expect(ofJanuary(quotasOf(meetings, ['Ann', undefined, ...JANUARY, 700]))).toBe(700);
  });

  it('of one measure are of the amount, whatever it is called', () => {
    expect(ofJanuary(quotasOf(['Ann', 'Target', ...JANUARY, 100], ['Bob', 'Target', ...JANUARY, 200]))).toBe(
      300,
    );
  });

  it('are none where nobody can tell which measure is the amount', () => {
    expect(
      ofJanuary(quotasOf(['Ann', 'Meetings', ...JANUARY, 1], ['Ann', 'New logos', ...JANUARY, 2])),
    ).toBeNull();
    expect(
      ofJanuary(quotasOf(['Ann', 'Revenue', ...JANUARY, 1], ['Ann', 'Bookings', ...JANUARY, 2])),
    ).toBeNull();
  });
});
