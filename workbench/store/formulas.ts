import type { Rect } from './rect';
import { columnOf, lettersOf, parseAddress } from './rect';

/** References of a formula outside of its text literals: an optional sheet, then a cell. */
const REFERENCE =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(.])/g;

const sheetOf = (prefix: string | undefined, own: string): string =>
  prefix ? prefix.slice(0, -1).replace(/^'|'$/g, '').replace(/''/g, "'") : own;

/** The formula after rows were inserted before `row` of a sheet (negative count: deleted). */
export function shiftFormula(
  formula: string,
  own: string,
  sheet: string,
  row: number,
  count: number,
): string {
  return formula.replace(REFERENCE, (whole, prefix, d1, letters, d2, digits, offset: number) => {
    if (digits === undefined || /[\w\]]/.test(formula[offset - 1] ?? '') || sheetOf(prefix, own) !== sheet)
      return whole;
    const at = Number(digits) - 1;
    if (at < row) return whole;
    if (count < 0 && at < row - count) return '#REF!';
    return `${prefix ?? ''}${d1}${letters}${d2}${at + count + 1}`;
  });
}

/** "=B2*2" seen from C2 is "=RC[-1]*2". */
export function toR1C1(formula: string, row: number, column: number): string {
  return formula.replace(REFERENCE, (whole, prefix, d1, letters, d2, digits, offset: number) => {
    if (digits === undefined || /[\w\]]/.test(formula[offset - 1] ?? '')) return whole;
    const part = (fixed: string, index: number, from: number): string =>
      fixed ? String(index + 1) : index === from ? '' : `[${index - from}]`;
    return `${prefix ?? ''}R${part(d2, Number(digits) - 1, row)}C${part(d1, columnOf(letters), column)}`;
  });
}

const R1C1 =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![\w(])/g;

export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(
    R1C1,
    (whole, prefix, r: string | undefined, c: string | undefined, offset: number) => {
      if (whole.startsWith('"') || /[\w\]]/.test(formula[offset - 1] ?? '')) return whole;
      const part = (text: string | undefined, from: number): { fixed: string; index: number } =>
        text === undefined
          ? { fixed: '', index: from }
          : text.startsWith('[')
            ? { fixed: '', index: from + Number(text.slice(1, -1)) }
            : { fixed: '$', index: Number(text) - 1 };
      const [rowPart, columnPart] = [part(r, row), part(c, column)];
      return `${prefix ?? ''}${columnPart.fixed}${lettersOf(columnPart.index)}${rowPart.fixed}${rowPart.index + 1}`;
    },
  );
}

const AREA =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.])/gu;

/** Every cell or area that a formula names; `sheet` is null for its own sheet. */
export function areasIn(formula: string): readonly { readonly sheet: string | null; readonly area: Rect }[] {
  return [...formula.matchAll(AREA)].flatMap((found) => {
    const [, prefix, address] = found;
    if (address === undefined || /[\p{L}\p{N}_.]/u.test(formula[found.index - 1] ?? '')) return [];
    try {
      return [{ sheet: prefix ? sheetOf(prefix, '') : null, area: parseAddress(address) }];
    } catch {
      return []; // What looks like a cell beyond the sheet's edge is a name.
    }
  });
}
