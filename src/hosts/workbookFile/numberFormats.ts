import { attributeOf, elementsOf, firstOf, type XmlElement } from './xml';

/** Formats that a file names by number alone (ISO 29500-1, 18.8.30), as Excel shows them in English. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** 27–36 and 50–58 are dates whose look depends on an East Asian language. */
const builtIn = (id: number): string =>
  BUILT_IN[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy/m/d' : 'General');

/** The number format of each cell style of a workbook, by the style's position. */
export function numberFormats(styles: XmlElement): readonly string[] {
  const own = new Map<number, string>();
  const declared = firstOf(styles, 'numFmts');
  for (const format of declared ? elementsOf(declared, 'numFmt') : [])
    own.set(Number(attributeOf(format, 'numFmtId')), attributeOf(format, 'formatCode') ?? 'General');
  const cellFormats = firstOf(styles, 'cellXfs');
  return (cellFormats ? elementsOf(cellFormats, 'xf') : []).map((xf) => {
    const id = Number(attributeOf(xf, 'numFmtId') ?? 0);
    return own.get(id) ?? builtIn(id);
  });
}
