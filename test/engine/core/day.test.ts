import fc from 'fast-check';
import {
  asDay,
  civilOf,
  dayOf,
  dayOfIso,
  from1904,
  isCivil,
  isoOf,
  monthIndexOf,
  monthStart,
} from '../../../src/engine/core/day';

const MS = 86_400_000;
/** 1900-03-01 is 61; from there on the serial counts real days. */
const serialOf = (utc: number): number => utc / MS - Date.UTC(1900, 2, 1) / MS + 61;

describe('Day', () => {
  it('has the serials that Excel shows', () => {
    const shown: readonly (readonly [number, string])[] = [
      [1, '1900-01-01'],
      [59, '1900-02-28'],
      [61, '1900-03-01'],
      [366, '1900-12-31'],
      [1462, '1904-01-01'],
      [25569, '1970-01-01'],
      [36585, '2000-02-29'],
      [44927, '2023-01-01'],
      [45351, '2024-02-29'],
      [73050, '2099-12-31'],
      [2958465, '9999-12-31'],
    ];
    for (const [serial, iso] of shown) {
      expect([serial, isoOf(asDay(serial))]).toEqual([serial, iso]);
      expect([iso, dayOfIso(iso)]).toEqual([iso, serial]);
    }
  });

  it("reads Excel's invented 29 February 1900 as the day before, and no date gives it", () => {
    expect(isoOf(asDay(60))).toBe('1900-02-28');
    expect(dayOfIso('1900-02-29')).toBeUndefined();
    expect(dayOf(1900, 3, 1) - dayOf(1900, 2, 28)).toBe(2);
  });

  it('goes there and back for every day from 1900 to 2100, in step with the calendar of the language', () => {
    let serial = 0;
    for (let utc = Date.UTC(1900, 0, 1); utc <= Date.UTC(2100, 11, 31); utc += MS) {
      serial++;
      if (serial === 60) serial++;
      const date = new Date(utc);
      const day = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (day !== serial || isoOf(day) !== date.toISOString().slice(0, 10))
        throw new Error(`${date.toISOString()} became ${day}, ${isoOf(day)}; ${serial} expected`);
    }
    expect(serial).toBe(serialOf(Date.UTC(2100, 11, 31)));
  });

  it('goes there and back for any day of four-digit years after 1900', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
        const { year, month, date } = civilOf(asDay(serial));
        expect(dayOf(year, month, date)).toBe(serial);
        expect(serialOf(Date.UTC(year, month - 1, date))).toBe(serial);
        expect(dayOfIso(isoOf(asDay(serial)))).toBe(serial);
      }),
      { numRuns: 500 },
    );
  });

  it('drops the time of day', () => {
    expect(asDay(44927.999)).toBe(44927);
  });

  it('shifts the 1904 system: its day 0 is 1904-01-01', () => {
    expect(isoOf(asDay(from1904(0)))).toBe('1904-01-01');
    expect(isoOf(asDay(from1904(43465)))).toBe('2023-01-01');
  });

  it('knows which dates the calendar has', () => {
    expect(isCivil(2024, 2, 29)).toBe(true);
    expect([isCivil(2023, 2, 29), isCivil(1900, 2, 29), isCivil(2000, 2, 29)]).toEqual([false, false, true]);
    expect([isCivil(2023, 0, 1), isCivil(2023, 13, 1), isCivil(2023, 4, 31), isCivil(2023, 1, 0)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    for (const text of ['2023-13-01', '2023-1-1', '2023-02-30', '01/02/2023', '2023-01-01T00:00', ''])
      expect([text, dayOfIso(text)]).toEqual([text, undefined]);
  });

  it('groups by month, and the month starts at its first day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 100000 }), (serial) => {
        const day = asDay(serial);
        const start = monthStart(monthIndexOf(day));
        const next = monthStart(monthIndexOf(day) + 1);
        expect(civilOf(start).date).toBe(1);
        expect(start <= day && day < next).toBe(true);
        expect(next - start).toBeLessThanOrEqual(31);
      }),
      { numRuns: 300 },
    );
    expect(isoOf(monthStart(monthIndexOf(dayOf(2023, 12, 31)) + 1))).toBe('2024-01-01');
  });
});
