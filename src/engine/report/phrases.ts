import { formatNumber } from './formats';

/** A value of the user's, short enough for a sentence: “Acme”. Line breaks and other control characters become spaces. */
export function quoted(value: string): string {
  const flat = value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  if (flat === '') return 'an empty text';
  const letters = [...flat];
  return `“${letters.length > 60 ? `${letters.slice(0, 59).join('')}…` : flat}”`;
}

export const deal = (id: string): string => (id.trim() === '' ? 'A deal' : `Deal ${quoted(id)}`);
export const file = (name: string): string => `The file ${quoted(name)}`;

/** "A, B and C". */
export function listed(items: readonly string[]): string {
  const last = items.at(-1);
  if (last === undefined) return 'none';
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** The first items, and how many more there are. */
export const several = (items: readonly string[], most: number): readonly string[] =>
  items.length <= most ? items : [...items.slice(0, most), `${formatNumber(items.length - most, 0)} more`];

/** "1 row", "2,000 rows". */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n, 0)} ${n === 1 ? one : many}`;

/** An amount of a fact ("-4500.00") with separators, and with cents where it has any: "-4,500". */
export function money(text: string): string {
  const amount = Number(text);
  return formatNumber(amount, Number.isInteger(amount) ? 0 : 2);
}
