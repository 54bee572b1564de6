import { z } from 'zod';
import type { Plan } from '../engine/analyses/compensation/plan';
import { MODIFIERS } from '../engine/analyses/compensation/planRows/modifierColumns';
import { BANDS, BASES, KINDS, PERIODS, UNITS } from '../engine/analyses/compensation/planRows/words';
import { listParsedBy, type Parsed } from './jsonFile';

/** The ids of a vocabulary: a plan's JSON says them, its sheet the words. */
const ids = <T extends string>(words: Readonly<Record<T, string>>) =>
  // The keys of a record of words are its ids.
  z.enum(Object.keys(words) as [T, ...T[]]);
const text = z.string().trim().min(1);
const number = z.number();
const iso = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as 2026-03-31 is expected');

const tier = z.strictObject({
  from: number,
  to: number.optional(),
  rate: number,
  unit: ids(UNITS),
  how: z.enum(['marginal', 'whole']).optional(),
});

const band = { measure: text, from: number.optional(), to: number.optional() };

/** One schema a kind; a test parses an example of every kind that the engine has. */
const modifier = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('threshold'), from: number, how: z.enum(['hard', 'linear']) }),
  z.strictObject({
    kind: z.literal('gate'),
    measure: text,
    from: number,
    value: number.optional(),
    how: z.enum(['factor', 'noAcceleration']),
  }),
  z.strictObject({
    kind: z.literal('multiplier'),
    ...band,
    value: number,
    and: z.strictObject(band).optional(),
  }),
  z.strictObject({
    kind: z.literal('cap'),
    from: number,
    value: number.optional(),
    unit: z.enum(['fixed', 'ofTarget']),
    how: z.enum(['period', 'deal']),
  }),
  z.strictObject({ kind: z.literal('windfall'), from: number }),
  z.strictObject({
    kind: z.literal('ramp'),
    from: number,
    to: number.optional(),
    value: number,
    unit: z.enum(['share', 'fixed']),
    how: z.enum(['quota', 'rate']),
  }),
  z.strictObject({ kind: z.literal('proration'), how: z.enum(['quota', 'target', 'both']) }),
  z.strictObject({ kind: z.literal('weight'), measure: text, value: number, to: number.optional() }),
  z.strictObject({
    kind: z.literal('draw'),
    value: number,
    to: number.optional(),
    how: z.enum(['recoverable', 'notRecoverable', 'onTopRecoverable', 'onTopNotRecoverable']),
  }),
  z.strictObject({ kind: z.literal('forgiveness'), to: number }),
  z.strictObject({
    kind: z.literal('clawback'),
    value: number,
    to: number.optional(),
    how: z.enum(['full', 'prorated', 'paidPart']),
  }),
  z.strictObject({ kind: z.literal('holdback'), value: number, to: number }),
  z.strictObject({ kind: z.literal('currency'), measure: text, value: number, how: iso.optional() }),
  z.strictObject({
    kind: z.literal('appliesTo'),
    measure: z.enum(['person', 'role', 'team', 'region']),
    values: z.array(text).min(1),
  }),
  z.strictObject({ kind: z.literal('alternativeTo'), measure: text }),
]);
/** A modifier stands with a component, with the whole plan, or with either. */
const modifiersOf = (where: 'component' | 'plan') =>
  z
    .array(
      modifier.refine(({ kind }) => MODIFIERS[kind].of === 'both' || MODIFIERS[kind].of === where, {
        error: `such a modifier does not stand with ${where === 'plan' ? 'the whole plan' : 'a component'}`,
      }),
    )
    .default([]);

const component = z.strictObject({
  name: text,
  kind: ids(KINDS),
  basis: ids(BASES).default('revenue'),
  only: z.record(z.string(), z.array(text).min(1)).optional(),
  whose: z.enum(['own', 'team']).optional(),
  marginOn: z.enum(['price', 'cost']).optional(),
  quota: text.optional(),
  period: ids(PERIODS),
  yearToDate: z.boolean().optional(),
  perDeal: z.boolean().optional(),
  starts: iso.optional(),
  ends: iso.optional(),
  rate: number.optional(),
  unit: ids(UNITS).optional(),
  weight: number.optional(),
  target: number.optional(),
  bandsOf: ids(BANDS).optional(),
  boundary: z.enum(['upper', 'lower']).optional(),
  crossing: z.enum(['split', 'lower', 'upper']).optional(),
  join: z.enum(['line', 'step']).optional(),
  beyond: z.enum(['flat', 'line']).optional(),
  shared: z.enum(['byCredit', 'equally']).optional(),
  objective: text.optional(),
  tiers: z.array(tier).default([]),
  modifiers: modifiersOf('component'),
});

/** A compensation plan as JSON, docs/json.md. Strict: a field that it does not name is a slip of the pen. */
export const planSchema: z.ZodType<Plan> = z.strictObject({
  name: text,
  components: z.array(component).min(1),
  modifiers: modifiersOf('plan'),
}) as unknown as z.ZodType<Plan>; // zod's optional() gives `| undefined`, which exactOptionalPropertyTypes tells apart

/** What `--plan` gives: one plan, or a list of them; or a sentence that says where it is wrong. */
export const parsePlans = (text: string): Parsed<readonly Plan[]> => listParsedBy(planSchema, text);
