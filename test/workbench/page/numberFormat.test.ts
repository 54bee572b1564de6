import { formatCell, general, isDateFormat } from '../../../workbench/page/ui/numberFormat';

const shown = (value: string | number | boolean | null, format: string) => formatCell(value, format).text;

describe('cells by their number format', () => {
  // As Excel shows them (ECMA-376 part 1, 18.8.31 and its examples).
  it.each([
    [1234.5, '#,##0', '1,235'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [-1234.5, '#,##0.0', '-1,234.5'],
    [0.255, '0%', '26%'],
    [0.2555, '0.0%', '25.6%'],
    [12, '000', '012'],
    [0.5, '#.00', '.50'],
    [0.5, '0.0#', '0.5'],
    [1998, '#,##0_)', '1,998 '],
    [-5, '#,##0_);(#,##0)', '(5)'],
    [0, '0;-0;"none"', 'none'],
    [-0.001, '0', '0'],
    [1.005, '0.00', '1.01'],
    [12345, '0.00E+00', '1.23E+04'],
    [1500000, '0.0,,"M"', '1.5M'],
    [7, '"Q"0', 'Q7'],
    [5, '[$€-407] 0', '€ 5'],
    [45292, 'yyyy-mm-dd', '2024-01-01'],
    [45292, 'm/d/yyyy', '1/1/2024'],
    [45292.75, 'd mmm yy h:mm', '1 Jan 24 18:00'],
    [45292.75, 'dddd h AM/PM', 'Monday 6 PM'],
    [45292.0208449074, 'hh:mm:ss', '00:30:01'],
    [1.5, '[h]:mm', '36:00'],
    [1, 'yyyy-mm-dd', '1900-01-01'],
    [61, 'yyyy-mm-dd', '1900-03-01'],
    ['plain', '#,##0', 'plain'],
    ['plain', '0;0;0;"«"@"»"', '«plain»'],
    [true, '0', 'TRUE'],
    [null, '0', ''],
  ])('%p as %s is %s', (value, format, expected) => expect(shown(value, format)).toBe(expected));

  it('counts from 1904 where the workbook does', () => {
    expect(formatCell(0, 'yyyy-mm-dd', true).text).toBe('1904-01-01');
  });
  it('gives the colour of a section', () => {
    expect(formatCell(-5, '0;[Red]-0')).toEqual({ text: '-5', color: 'red' });
  });
  it('shows General in eleven characters', () => {
    expect([1 / 3, 2 / 3, 100, 123456789012, 1e-12, 0.1 + 0.2, 12345.678901234].map(general)).toEqual([
      '0.333333333',
      '0.666666667',
      '100',
      '1.23457E+11',
      '1E-12',
      '0.3',
      '12345.6789',
    ]);
  });
  it('knows dates from numbers', () => {
    expect(['yyyy-mm-dd', 'h:mm', '[Red]0', '"day" 0', 'General', '0.00E+00'].map(isDateFormat)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
