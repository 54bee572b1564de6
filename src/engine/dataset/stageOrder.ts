import { folded } from './values/text';

/**
 * Orders in which widespread CRMs set up their stages, folded. Used only where the data themselves do not tell the
 * order. Sources: Salesforce's standard opportunity stages, HubSpot's default deal pipeline, Pipedrive's default
 * pipeline, Dynamics 365's opportunity sales process, and a plain lead-to-deal sequence.
 */
const CUSTOMARY: readonly (readonly string[])[] = [
  [
    'prospecting',
    'qualification',
    'needs analysis',
    'value proposition',
    'id decision makers',
    'perception analysis',
    'proposal price quote',
    'negotiation review',
  ],
  [
    'appointment scheduled',
    'qualified to buy',
    'presentation scheduled',
    'decision maker bought in',
    'contract sent',
  ],
  ['qualified', 'contact made', 'demo scheduled', 'proposal made', 'negotiations started'],
  ['qualify', 'develop', 'propose', 'close'],
  [
    'new',
    'lead',
    'prospecting',
    'prospect',
    'contacted',
    'engaging',
    'discovery',
    'qualified',
    'demo',
    'evaluation',
    'proposal',
    'quote',
    'negotiation',
    'contract',
    'commit',
  ],
];

/** The number before a stage's name ("1 Submitted", "02. Demo", "S3 - Proposal"); undefined for none. */
export function numberBefore(name: string): number | undefined {
  const m = /^\s*(?:s|stage|phase|step|stufe)?\s*(\d{1,3})(?:\s*[-.:)–—]|\s)\s*\S/i.exec(name);
  return m ? Number(m[1]) : undefined;
}

/**
 * Positions of names in the customary order that knows most of them (the first one among equals), undefined where it
 * does not know a name; all undefined unless it knows two.
 */
export function customaryPositions(names: readonly string[]): readonly (number | undefined)[] {
  const keys = names.map(folded);
  let best: readonly (number | undefined)[] = names.map(() => undefined);
  let most = 1;
  for (const order of CUSTOMARY) {
    const positions = keys.map((key) => (order.includes(key) ? order.indexOf(key) : undefined));
    const known = positions.filter((p) => p !== undefined).length;
    if (known > most) {
      best = positions;
      most = known;
    }
  }
  return best;
}

/**
 * Orders items by majority precedence: `before(a, b)` is how many deals entered a before b; where no deal tells a pair,
 * `position` does, if it knows both. Each item scores the pairs it wins minus those it loses (Copeland's rule), so that
 * a few skips and returns do not matter; equal scores go by the pair between them, then by `items`' own order.
 */
export function byMajority(
  items: readonly number[],
  before: (a: number, b: number) => number,
  position: (item: number) => number | undefined = () => undefined,
): number[] {
  const leads = (a: number, b: number): number => {
    if (before(a, b) !== before(b, a)) return Math.sign(before(a, b) - before(b, a));
    const [pa, pb] = [position(a), position(b)];
    return pa === undefined || pb === undefined ? 0 : Math.sign(pb - pa);
  };
  const score = new Map(items.map((a) => [a, items.reduce((sum, b) => sum + leads(a, b), 0)]));
  const rank = new Map(items.map((item, place) => [item, place]));
  return [...items].sort(
    (a, b) => score.get(b)! - score.get(a)! || -leads(a, b) || rank.get(a)! - rank.get(b)!,
  );
}

/**
 * Inserts items that another order knows nothing of: each goes before the first placed item that it is known to precede
 * by `position`, else to the end. Items without a position go to the end in their own order.
 */
export function insertByPosition(
  placed: readonly number[],
  others: readonly number[],
  position: (item: number) => number | undefined,
): number[] {
  const result = [...placed];
  for (const item of others) {
    const own = position(item);
    const at = own === undefined ? -1 : result.findIndex((other) => (position(other) ?? -Infinity) > own);
    if (at < 0) result.push(item);
    else result.splice(at, 0, item);
  }
  return result;
}
