import fc from 'fast-check';
import { dayOf } from '../../../../src/engine/core/day';
import {
  dateOfCell,
  dateOfNumber,
  dateOfText,
  decideDateOrder,
  isDateFormat,
  monthOfName,
  noDateEvidence,
} from '../../../../src/engine/dataset/values/dates';

const noon = 0.5;

describe('a date from text', () => {
  it.each([
    ['2021-04-15', dayOf(2021, 4, 15)],
    ["'2021-04-15", dayOf(2021, 4, 15)],
    ['\u00a02021-04-15 ', dayOf(2021, 4, 15)],
    ['2021-04-15T12:00:00', dayOf(2021, 4, 15) + noon],
    ['2021-04-15 12:00', dayOf(2021, 4, 15) + noon],
    ['2021-04-15T23:30:00Z', dayOf(2021, 4, 15) + 23.5 / 24],
    ['2021-04-15T23:30:00.000+0000', dayOf(2021, 4, 15) + 23.5 / 24],
    ['2021-04-15 23:30:00 -07:00', dayOf(2021, 4, 15) + 23.5 / 24],
    ['2021-04-15 06:00:00 UTC', dayOf(2021, 4, 15) + 0.25],
    ['2021/4/5', dayOf(2021, 4, 5)],
    ['20210415', dayOf(2021, 4, 15)],
    ['20210415T12:00:00', dayOf(2021, 4, 15) + noon],
    ['15 Apr, 2021 00:02:00', dayOf(2021, 4, 15) + 2 / 1440],
    ['Apr 15, 2021', dayOf(2021, 4, 15)],
    ['15-Apr-21', dayOf(2021, 4, 15)],
    ['Thu, 15 Apr 2021 12:00', dayOf(2021, 4, 15) + noon],
    ['15. März 2021', dayOf(2021, 3, 15)],
    ['1er août 2021', dayOf(2021, 8, 1)],
    ['1 août 2021', dayOf(2021, 8, 1)],
    ['15 de abril de 2021', dayOf(2021, 4, 15)],
    ['3 mei 2021', dayOf(2021, 5, 3)],
    ['44301', dayOf(2021, 4, 15)],
    ['44301.5', dayOf(2021, 4, 15) + noon],
    ['15.04.2021', dayOf(2021, 4, 15)],
    ['15. 4. 2021', dayOf(2021, 4, 15)],
    ['19-8-2025', dayOf(2025, 8, 19)],
    ['31/12/68', dayOf(2068, 12, 31)],
    ['31/12/69', dayOf(1969, 12, 31)],
  ])('%s', (text, serial) => {
    expect(dateOfText(text, 'dmy')).toBeCloseTo(serial, 9);
  });

  it('reads US dates with times of two halves', () => {
    expect(dateOfText('02/23/26 08:55 PM', 'mdy')).toBeCloseTo(dayOf(2026, 2, 23) + (20 * 60 + 55) / 1440, 9);
    expect(dateOfText('02/23/2026, 12:00:00 a.m.', 'mdy')).toBe(dayOf(2026, 2, 23));
    expect(dateOfText('2/3/2026 12:30pm', 'mdy')).toBeCloseTo(dayOf(2026, 2, 3) + 12.5 / 24, 9);
  });

  it.each([
    '',
    'soon',
    'Marketing 5 2021',
    '2021-02-29',
    '31/04/2021',
    '0001-01-01',
    '2021',
    '2021-13-01',
    '15/04/2021 25:00',
    '15/04/2021 12:61',
    '12/12/12/12',
    '1/2',
    'Q1 2021',
    '=1+1',
    '__proto__',
    '2021-04-15 and more',
    '9999999999999999999',
    '-44301',
  ])('finds none in %j', (text) => {
    expect(dateOfText(text, 'dmy')).toBeNaN();
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
        const serial = dateOfText(text, 'mdy');
        expect(Number.isNaN(serial) || (serial >= 1 && serial < 200000)).toBe(true);
      }),
    );
  });

  it('reads back every day it can write, in each order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, date) => {
          const day = dayOf(year, month, date);
          expect(dateOfText(`${date}/${month}/${year}`, 'dmy')).toBe(day);
          expect(dateOfText(`${month}-${date}-${year}`, 'mdy')).toBe(day);
          expect(dateOfText(`${year}/${month}/${date}`, 'dmy')).toBe(day);
        },
      ),
    );
  });
});

describe('the order of day and month', () => {
  const orderOf = (...texts: string[]) => {
    const seen = noDateEvidence();
    for (const text of texts) dateOfText(text, 'dmy', seen);
    return decideDateOrder(seen);
  };
  it('is decided for the whole column by the dates that tell', () => {
    expect(orderOf('01/02/2024', '13/02/2024')).toBe('dmy');
    expect(orderOf('01/02/2024', '02/13/2024')).toBe('mdy');
    expect(orderOf('01/02/24', '99/02/13')).toBe('ymd');
  });
  it('is asked for when no date tells, or both orders occur', () => {
    expect(orderOf('01/02/2024', '03/04/2024')).toBe('ambiguous');
    expect(orderOf('13/02/2024', '02/13/2024')).toBe('ambiguous');
  });
  it('needs no decision when every date reads the same', () => {
    expect(orderOf('2024-01-02', '03/03/2024', '15 Apr 2024')).toBeUndefined();
  });
  it('is day first where dots are used, unless dates say otherwise', () => {
    expect(orderOf('01.02.2024')).toBe('dmy');
    expect(orderOf('01.02.2024', '02.13.2024')).toBe('mdy');
  });
  it('bears one slip in twenty', () => {
    expect(orderOf(...Array<string>(19).fill('13/02/2024'), '02/13/2024')).toBe('dmy');
  });
});

describe('a date from a number', () => {
  it('takes what a date format shows', () => {
    expect(dateOfNumber(100, true, false)).toBe(100);
    expect(dateOfNumber(-5, true, false)).toBeNaN();
    expect(dateOfNumber(0, true, false)).toBeNaN();
  });
  it('takes a bare number only where it is plausible', () => {
    expect(dateOfNumber(44301, false, false)).toBe(44301);
    expect(dateOfNumber(2021, false, false)).toBeNaN();
    expect(dateOfNumber(20210415, false, false)).toBe(dayOf(2021, 4, 15));
    expect(dateOfNumber(1e12, false, false)).toBeNaN();
    expect(dateOfNumber(NaN, false, false)).toBeNaN();
  });
  it('shifts the 1904 system', () => {
    expect(dateOfNumber(42839, true, true)).toBe(dayOf(2021, 4, 15));
  });
  it('knows date formats from others', () => {
    for (const format of ['m/d/yyyy', 'yyyy-mm-dd', 'dd.mm.yy hh:mm', '[$-409]d mmm yyyy;@', 'mm:ss'])
      expect(isDateFormat(format)).toBe(true);
    for (const format of [
      'General',
      'Standard',
      '0.00',
      '#,##0 "days"',
      '[Red]0',
      '0.00E+00',
      '@',
      '[$USD] 0',
      '0%',
    ])
      expect(isDateFormat(format)).toBe(false);
  });
  it('tells blank from unreadable', () => {
    expect(dateOfCell(null, false, false, 'dmy')).toBe('blank');
    expect(dateOfCell('(No value)', false, false, 'dmy')).toBe('blank');
    expect(dateOfCell('n/a', false, false, 'dmy')).toBe('blank');
    expect(dateOfCell('soon', false, false, 'dmy')).toBe('unreadable');
    expect(dateOfCell(true, false, false, 'dmy')).toBe('unreadable');
  });
});

it('knows the months of six languages', () => {
  for (const [word, month] of [
    ['January', 1],
    ['Januar', 1],
    ['enero', 1],
    ['févr', 0],
    ['février', 2],
    ['März', 3],
    ['maart', 3],
    ['avril', 4],
    ['mayo', 5],
    ['Mai', 5],
    ['juin', 6],
    ['juillet', 7],
    ['agosto', 8],
    ['setembro', 9],
    ['Okt', 10],
    ['novembre', 11],
    ['Dezember', 12],
    ['dic', 12],
    ['Deciding', 0],
  ] as const)
    expect([word, monthOfName(word)]).toEqual([word, month]);
});
