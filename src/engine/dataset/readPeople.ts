import type { Issue } from '../core/issue';
import { duplicatePerson } from './checks/duplicatePerson';
import { readDates } from './dateColumns';
import { readAmounts, readNumbers } from './numberColumns';
import { readTexts } from './textColumns';
import type { Trouble } from './trouble';
import { numbersById, textsById } from './compact';
import type { People } from './dataset';
import { keepPersonRows } from './personRows';
import type { Stack } from './stack';
import { hasField } from './stack';

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
  const { kept, columns, excluded, issues } = keepPersonRows(
    { stack, count: stack.count, person, troubles },
    [duplicatePerson],
  );
  return {
    excluded,
    issues: [...dates.issues, ...issues],
    people: { ...columns, texts: textsById(texts, kept), numbers: numbersById(numbers, kept) },
  };
}
