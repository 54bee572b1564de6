import { fitOf, type ColumnProfile } from './columnProfile';
import type { TableHeader } from './regions';
import { ROLES, type RoleId } from './roles';
import { isSure, type Meaning } from './vocabulary';

/** A column of a found table with what its header may mean and what its values look like. */
export interface Column {
  readonly header: TableHeader;
  readonly meanings: readonly Meaning[];
  readonly profile: ColumnProfile;
}

export interface FieldMatch {
  readonly column: Column;
  /** Strength of the header's meaning times fit of the values, 0 to 1. */
  readonly confidence: number;
  /** False where the header may also mean something else. */
  readonly sure: boolean;
}

export interface ColumnMatches {
  readonly fields: ReadonlyMap<string, FieldMatch>;
  /** Fields that two columns suit equally, with all their headers; the first is taken for the time being. */
  readonly ambiguous: readonly { readonly field: string; readonly headers: readonly string[] }[];
  /** Columns whose header is sure but whose values are something else, and that serve no other field. */
  readonly unfit: readonly { readonly field: string; readonly header: string }[];
}

/** Fields whose values come from a short list: a column of nearly as many values as rows is something else. */
const FEW_VALUES: ReadonlySet<string> = new Set([
  'stage',
  'status',
  'toStage',
  'fromStage',
  'type',
  'measure',
]);
const MANY_ROWS = 30;
const TOO_MANY_VALUES = 0.6;
/** Two columns this close suit a field equally: closer than two neighbours in a list of synonyms. */
const EQUAL = 0.0002;
/** Values that hardly suit leave the column alone. */
const LEAST_FIT = 0.5;

interface Candidate {
  readonly column: Column;
  readonly field: string;
  readonly strength: number;
  readonly fit: number;
}

function candidatesFor(role: RoleId, columns: readonly Column[]): readonly Candidate[] {
  const kinds = new Map(ROLES[role].fields.map((f) => [f.id, f.kind]));
  return columns.flatMap((column) =>
    column.meanings.flatMap(({ role: meant, field, strength }) => {
      const kind = kinds.get(field);
      if (meant !== role || !kind) return [];
      const { filled, distinct } = column.profile;
      const tooMany = FEW_VALUES.has(field) && filled >= MANY_ROWS && distinct / filled > TOO_MANY_VALUES;
      return [{ column, field, strength, fit: fitOf(column.profile, kind) * (tooMany ? LEAST_FIT : 1) }];
    }),
  );
}

const sameValues = (a: Column, b: Column): boolean =>
  a.profile.labels.every((label, i) => label === b.profile.labels[i]);

/**
 * Which column is which field of a role: the best pair first, each column and each field once. Fields in `given` are
 * decided (an absent column says that the table has no such field) and their columns are not considered again.
 */
export function matchColumns(
  role: RoleId,
  columns: readonly Column[],
  given: ReadonlyMap<string, Column | undefined> = new Map(),
): ColumnMatches {
  const candidates = candidatesFor(role, columns);
  const ordered = candidates
    .filter((c) => c.fit >= LEAST_FIT)
    .sort(
      (a, b) => b.strength * b.fit - a.strength * a.fit || a.column.header.column - b.column.header.column,
    );
  const fields = new Map<string, FieldMatch>();
  const used = new Set<Column>();
  for (const [field, column] of given) {
    if (!column) continue;
    fields.set(field, { column, confidence: 1, sure: true });
    used.add(column);
  }
  for (const { column, field, strength, fit } of ordered) {
    if (fields.has(field) || given.has(field) || used.has(column)) continue;
    fields.set(field, { column, confidence: strength * fit, sure: isSure(strength) });
    used.add(column);
  }
  const ambiguous = [...fields].flatMap(([field, match]) => {
    if (given.has(field)) return [];
    const rivals = ordered.filter(
      (c) =>
        c.field === field &&
        !used.has(c.column) &&
        match.confidence - c.strength * c.fit < EQUAL &&
        !sameValues(c.column, match.column),
    );
    const headers = [match.column, ...rivals.map((r) => r.column)].map((c) => c.header.text);
    return rivals.length > 0 ? [{ field, headers }] : [];
  });
  const unfit = candidates
    .filter((c) => c.fit < LEAST_FIT && isSure(c.strength) && !fields.has(c.field) && !given.has(c.field))
    .filter((c) => !used.has(c.column))
    .map((c) => ({ field: c.field, header: c.column.header.text }));
  return { fields, ambiguous, unfit };
}
