import type { Payout } from '../payout';

/** One person under two plans, over all periods; cents. */
export interface ComparedPerson {
  readonly person: number;
  readonly a: number;
  readonly b: number;
}

export interface Comparison {
  readonly people: readonly ComparedPerson[];
  readonly a: number;
  readonly b: number;
  /** People who get more, less, or the same under B, and by how much in all. */
  readonly winners: number;
  readonly losers: number;
  readonly same: number;
  readonly gained: number;
  readonly lost: number;
}

/** The same deals under plan A and plan B (C1), person by person. Both payouts come from one book. */
export function comparePlans(a: Payout, b: Payout): Comparison {
  const [paidA, paidB] = [paidByPerson(a), paidByPerson(b)];
  const persons = [...new Set([...paidA.keys(), ...paidB.keys()])].sort((p, q) => p - q);
  const people = persons.map((person) => ({
    person,
    a: paidA.get(person) ?? 0,
    b: paidB.get(person) ?? 0,
  }));
  const changes = people.map((one) => one.b - one.a);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const [up, down] = [changes.filter((c) => c > 0), changes.filter((c) => c < 0)];
  return {
    people,
    a: sum(people.map((one) => one.a)),
    b: sum(people.map((one) => one.b)),
    winners: up.length,
    losers: down.length,
    same: changes.length - up.length - down.length,
    gained: sum(up),
    lost: -sum(down) + 0,
  };
}

/** Cents by person over all periods. */
export function paidByPerson({ lines }: Payout): ReadonlyMap<number, number> {
  const paid = new Map<number, number>();
  for (const { person, payout } of lines) paid.set(person, (paid.get(person) ?? 0) + payout);
  return paid;
}
