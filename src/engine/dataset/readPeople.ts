import type { Issue } from '../core/issue';
import { review } from './checks/check';
import { duplicatePerson } from './checks/duplicatePerson';
import { missingPerson } from './checks/missingPerson';
import { troubles as troubledCells } from './checks/troubles';
import type { Trouble } from './columns';
import { readAmounts, readDates, readNumbers, readTexts } from './columns';
import { keptRows, noTexts, numbersAt, textsAt } from './compact';
import type { People } from './dataset';
import type { Stack } from './stack';
import { hasField, originOf } from './stack';

const TEXTS = ['manager', 'role', 'team', 'region'] as const;
const DATES = ['start', 'end'] as const;
const AMOUNTS = ['base', 'targetVariable', 'quota'] as const;

/** Reads people; rows without a person and repeated persons are left out. */
export function readPeople(stack: Stack): {
  readonly people: People;
  readonly excluded: Uint8Array;
  readonly issues: readonly Issue[];
} {
  const troubles: Trouble[] = [];
  const person = readTexts(stack, 'person', troubles);
  const texts = TEXTS.map((id) => [id, readTexts(stack, id, troubles)] as const);
  const dates = readDates(stack, DATES, troubles);
  const numbers = [
    ...DATES.map((id, i) => [id, hasField(stack, id) ? dates.columns[i] : undefined] as const),
    ...AMOUNTS.map((id) => [id, readAmounts(stack, id, troubles)?.values] as const),
    ['commission', readNumbers(stack, 'commission', troubles)?.values] as const,
  ];
  const excluded = new Uint8Array(stack.count);
  const issues = review(
    stack,
    { stack, count: stack.count, person, troubles },
    [missingPerson, duplicatePerson, troubledCells],
    excluded,
  );
  const rows = keptRows(stack.count, excluded);
  return {
    excluded,
    issues: [...dates.issues, ...issues],
    people: {
      count: rows.length,
      origin: originOf(stack, rows),
      person: textsAt(person ?? noTexts(stack.count), rows),
      texts: Object.fromEntries(texts.flatMap(([id, c]) => (c ? [[id, textsAt(c, rows)]] : []))),
      numbers: Object.fromEntries(numbers.flatMap(([id, c]) => (c ? [[id, numbersAt(c, rows)]] : []))),
    },
  };
}
