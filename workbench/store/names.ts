import type { Book } from './book';
import { HostFailure, invalidArgument } from './failure';
import type { Rect } from './rect';
import { addressOf, parseAddress } from './rect';
import { findSheet } from './sheets';

/** A name begins with a letter, "_" or "\", has no blanks, and does not look like a cell. */
export function assertName(name: string): void {
  if (
    !/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) ||
    name.length > 255 ||
    /^[a-z]{1,3}\d+$/i.test(name) ||
    /^(r|c|r\d*c\d*)$/i.test(name)
  )
    throw invalidArgument(`The name "${name}" is not allowed.`);
}

/** Tables and defined names share one space of names in a workbook. */
export function assertNameFree(book: Book, name: string): void {
  assertName(name);
  const wanted = name.toLowerCase();
  if (
    book.names.has(wanted) ||
    book.sheets.some((s) => s.tables.some((t) => t.name.toLowerCase() === wanted))
  )
    throw new HostFailure('ItemAlreadyExists', 'A resource with the same name or identifier already exists.');
}

export const quotedSheet = (name: string): string => `'${name.replace(/'/g, "''")}'`;

export function absolute(sheet: string, area: Rect): string {
  return `${quotedSheet(sheet)}!${addressOf(area).replace(/[A-Z]+|\d+/g, '$$$&')}`;
}

/** The cells that a name's formula points at; null when it points at none. */
export function target(book: Book, formula: string) {
  const m = /^=(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(formula);
  const sheet = m ? findSheet(book, (m[1] ?? m[2] ?? '').replace(/''/g, "'")) : null;
  return sheet && m && !formula.includes('#REF!') ? { sheet, area: parseAddress(m[3] ?? '') } : null;
}
