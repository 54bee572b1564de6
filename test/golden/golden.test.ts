import { findingsOf, GOLDENS, kept } from '../support/goldens';

/** Sums and special functions may differ in their last digits from one compiled code to the next. */
const SAME = 1e-9;

/** `found` with the kept number wherever the two are the same as far as digits mean anything. */
function alike(found: unknown, before: unknown): unknown {
  if (typeof found === 'number' && typeof before === 'number')
    return Math.abs(found - before) <= SAME * Math.max(1e-3, Math.abs(before)) ? before : found;
  if (Array.isArray(found))
    return found.map((each, i) => alike(each, Array.isArray(before) ? before[i] : undefined));
  if (typeof found !== 'object' || found === null) return found;
  // What JSON gives, with the keys of the two compared one by one.
  const of = (typeof before === 'object' && before !== null ? before : {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, alike(value, of[key])]));
}

// A difference that is meant: npm run golden -- --accept, and the commit says which numbers moved and why.
it.each(GOLDENS.map((g) => [g.name, g] as const))(
  '%s gives the findings that were kept',
  async (_name, golden) => {
    const found: unknown = JSON.parse(await findingsOf(golden));
    const before: unknown = JSON.parse(kept(golden) || 'null');
    expect(alike(found, before)).toEqual(before);
  },
);
