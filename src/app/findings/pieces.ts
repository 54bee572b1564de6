import { z } from 'zod';

// A Content-Security-Policy forbids zod's compiled parsers.
z.config({ jitless: true });

/** What several analyses' findings are made of. Strict: a key that docs/json.md does not name is a bug; no NaN, no Infinity. */
export const count = z.number().int().nonnegative();
export const share = z.number().min(0).max(1);
export const finite = z.number();
export const iso = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const rate = z.strictObject({
  x: count,
  n: count,
  estimate: share.nullable(),
  low: share,
  high: share,
});
export const estimate = z.strictObject({
  estimate: share.nullable(),
  low: share.nullable(),
  high: share.nullable(),
});
export const curve = z.array(estimate.extend({ day: finite }));
export const quantiles = z.strictObject({
  q25: finite.nullable(),
  median: finite.nullable(),
  q75: finite.nullable(),
});

/** An amount in force, what the data say, and where the value comes from. */
export const inForce = <Source extends string>(...sources: Source[]) =>
  z.strictObject({
    value: finite.nullable(),
    fromData: finite.nullable(),
    source: z.enum(['given', ...sources]),
  });
