import type { Issue } from './issue';

/** What a step on the user's data gives: a value, or none because an issue blocks it; and the issues either way. */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly issues: readonly Issue[];
}

export const isBlocked = (issues: readonly Issue[]): boolean => issues.some((i) => i.severity === 'blocking');
