import fc from 'fast-check';
import {
  centsOf,
  currencyOf,
  currencyOfFormat,
  decideDecimalMark,
  numberOfCell,
  numberOfText,
  numberReading,
} from '../../../../src/engine/dataset/values/amounts';

const read = (text: string, mark?: '.' | ','): number => numberOfText(text, numberReading(mark));

describe('a number from text', () => {
  it.each([
    ['$22,700.00', 22700],
    ['R$ 1.500,00', 1500],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u202f567,25', 1234567.25],
    ["1'234.50", 1234.5],
    ['1’234.50', 1234.5],
    ["'500", 500],
    ['(500)', -500],
    ['($1,500.25)', -1500.25],
    ['500-', -500],
    ['-500', -500],
    ['−500', -500],
    ['- $ 500', -500],
    ['+500', 500],
    ['12%', 0.12],
    ['12,5 %', 0.125],
    ['1.2M', 1.2e6],
    ['$1.2m', 1.2e6],
    ['3,5 Mio. €', 3.5e6],
    ['250 k€', 250000],
    ['€ 99', 99],
    ['99 EUR', 99],
    ['CHF 1’000.–', NaN],
    ['USD 5', 5],
    ['1.500.000', 1500000],
    ['2,024,994', 2024994],
    ['12,34,567.00', 1234567],
    ['0.500', 0.5],
    ['1234.567', 1234.567],
    ['.5', 0.5],
    ['500.', 500],
    ['1.5E+06', 1.5e6],
    ['1e3', 1000],
    ['007', 7],
    ['', NaN],
    ['abc', NaN],
    ['ABC123', NaN],
    ['12 apples', NaN],
    ['1,2,3', NaN],
    ['1.2.3', NaN],
    ['1,234.567,8', NaN],
    ['--5', NaN],
    ['5-6', NaN],
    ['NaN', NaN],
    ['Infinity', NaN],
    ['constructor', NaN],
    ['5 __proto__', NaN],
    ['=5', NaN],
    ['1 2', NaN],
  ])('%j is %d', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it('reads a mark before three digits as the column does, and as thousands when no cell tells', () => {
    expect(read('1,234')).toBe(1234);
    expect(read('1.234')).toBe(1234);
    expect(read('1.234', '.')).toBe(1.234);
    expect(read('1.234', ',')).toBe(1234);
    expect(read('1,234', ',')).toBe(1.234);
  });

  it('takes down which mark the column uses', () => {
    const reading = numberReading();
    numberOfText('1.234', reading);
    expect(reading.undecided).toBe(true);
    expect(decideDecimalMark(reading.seen)).toBeUndefined();
    numberOfText('1.234,50', reading);
    expect(decideDecimalMark(reading.seen)).toBe(',');
    const american = numberReading();
    numberOfText('1,234,567', american);
    expect(decideDecimalMark(american.seen)).toBe('.');
  });

  it('notices the currency', () => {
    const reading = numberReading();
    numberOfText('£5', reading);
    expect(reading.currency).toBe('GBP');
    numberOfText('5', reading);
    expect(reading.currency).toBe('');
    expect(currencyOf('chf')).toBe('CHF');
    expect(currencyOf('constructor')).toBe('');
    expect(currencyOfFormat('#,##0.00\\ [$€-407]')).toBe('EUR');
    expect(currencyOfFormat('"USD" 0')).toBe('USD');
    expect(currencyOfFormat('$#,##0')).toBe('USD');
    expect(currencyOfFormat('0.00')).toBe('');
  });

  it('reads back what either half of the world writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
        const value = cents / 100;
        const american = value.toLocaleString('en-US', { minimumFractionDigits: 2 });
        const german = value.toLocaleString('de-DE', { minimumFractionDigits: 2 });
        expect(centsOf(read(american))).toBe(cents);
        expect(centsOf(read(german))).toBe(cents);
      }),
    );
  });

  it('never throws and never gives infinity', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const value = read(text);
        expect(Number.isNaN(value) || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

it('turns amounts into cents half away from zero', () => {
  expect(centsOf(1.005)).toBe(101);
  expect(centsOf(-1.005)).toBe(-101);
  expect(centsOf(1e300)).toBeNaN();
});

it('tells blank from unreadable', () => {
  expect(numberOfCell(null, undefined)).toBe('blank');
  expect(numberOfCell(' - ', undefined)).toBe('blank');
  expect(numberOfCell('(No value)', undefined)).toBe('blank');
  expect(numberOfCell('lots', undefined)).toBe('unreadable');
  expect(numberOfCell(Infinity, undefined)).toBe('unreadable');
});
