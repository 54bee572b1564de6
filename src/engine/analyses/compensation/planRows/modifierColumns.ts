import type { Modifier, ModifierKind } from '../plan';

/** Columns of the modifiers' table that a kind may use. */
export type ModifierColumn = 'measure' | 'from' | 'to' | 'value' | 'unit' | 'how';

/** What one column means to a kind of modifier. */
export type ColumnUse =
  | { readonly is: 'number'; readonly required: boolean }
  | { readonly is: 'text'; readonly required: boolean }
  /** Values of `appliesTo`, separated by commas. */
  | { readonly is: 'list'; readonly required: boolean }
  /** Words by id; the first is meant by a blank cell. */
  | { readonly is: 'choice'; readonly words: Readonly<Record<string, string>> };

export interface ModifierUse {
  readonly says: string;
  readonly columns: Partial<Readonly<Record<ModifierColumn, ColumnUse>>>;
  /** Where it may stand: with a component, with the whole plan (a blank component), or both. */
  readonly of: 'component' | 'plan' | 'both';
  /** The field that a column fills, where its name is another. */
  readonly field?: Partial<Readonly<Record<ModifierColumn, string>>>;
}

const needed = { is: 'number', required: true } as const;
const optional = { is: 'number', required: false } as const;
const name = { is: 'text', required: true } as const;
const choice = (words: Readonly<Record<string, string>>): ColumnUse => ({ is: 'choice', words });

/** How each kind of modifier is written in a row: the one list for reading, writing and help. */
export const MODIFIERS: Readonly<Record<ModifierKind, ModifierUse>> = {
  threshold: {
    says: 'Threshold',
    of: 'component',
    columns: { from: needed, how: choice({ hard: 'nothing below', linear: 'from zero in a straight line' }) },
  },
  gate: {
    says: 'Gate',
    of: 'both',
    columns: {
      measure: name,
      from: needed,
      value: optional,
      how: choice({ factor: '× value while below', noAcceleration: 'no accelerated rates while below' }),
    },
  },
  multiplier: {
    says: 'Multiplier',
    of: 'both',
    columns: { measure: name, from: optional, to: optional, value: needed },
  },
  cap: {
    says: 'Cap',
    of: 'both',
    columns: {
      from: needed,
      value: optional,
      unit: choice({ fixed: 'amount', ofTarget: '% of target pay' }),
      how: choice({ period: 'per period', deal: 'per deal' }),
    },
  },
  windfall: { says: 'Windfall', of: 'component', columns: { from: needed } },
  ramp: {
    says: 'Ramp',
    of: 'both',
    columns: {
      from: needed,
      to: optional,
      value: needed,
      unit: choice({ share: '% of the usual', fixed: 'amount' }),
      how: choice({ quota: 'quota', rate: 'rate' }),
    },
  },
  proration: {
    says: 'Proration',
    of: 'both',
    columns: { how: choice({ both: 'quota and target pay', quota: 'quota', target: 'target pay' }) },
  },
  weight: {
    says: 'Weight',
    of: 'component',
    columns: { measure: name, to: optional, value: needed },
  },
  draw: {
    says: 'Draw',
    of: 'plan',
    columns: {
      to: optional,
      value: needed,
      how: choice({
        recoverable: 'recoverable',
        notRecoverable: 'not recoverable',
        onTopRecoverable: 'on top, recoverable',
        onTopNotRecoverable: 'on top, not recoverable',
      }),
    },
  },
  forgiveness: { says: 'Forgiveness', of: 'plan', columns: { to: needed } },
  clawback: {
    says: 'Clawback',
    of: 'plan',
    columns: {
      to: optional,
      value: needed,
      how: choice({
        full: 'of all',
        prorated: 'of the term still to run',
        paidPart: 'of what has been paid',
      }),
    },
  },
  holdback: { says: 'Holdback', of: 'plan', columns: { to: needed, value: needed } },
  currency: {
    says: 'Currency',
    of: 'both',
    columns: { measure: name, value: needed, how: { is: 'text', required: false } },
  },
  appliesTo: {
    says: 'Applies to',
    of: 'plan',
    columns: {
      measure: choice({ role: 'Role', team: 'Team', region: 'Region', person: 'Person' }),
      how: { is: 'list', required: true },
    },
    field: { how: 'values' },
  },
  alternativeTo: { says: 'Alternative to', of: 'plan', columns: { measure: name } },
};

/** The field of a modifier that a column fills. */
export const fieldOf = (use: ModifierUse, column: ModifierColumn): string => use.field?.[column] ?? column;

/** A modifier's value of a field. */
export const valueOf = (modifier: Modifier, field: string): unknown =>
  // The fields of a kind are listed above; a test writes and reads back every kind.
  (modifier as unknown as Readonly<Record<string, unknown>>)[field];
