import { NOTHING_WON } from '../../../engine/analyses/funnel/describe/ageing';
import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { count, counted, days, money } from '../../format';
import { HowSure } from '../../parts/HowSure';
import { Section } from '../../parts/Section';
import { OpenDeals } from './OpenDeals';

/** Open deals against the won ones: those that are older than wins ever were. */
export function AgeingSection({ funnel }: { readonly funnel: FunnelFinding }) {
  const { ageing, untouched } = funnel;
  const { benchmark, counts, amounts } = ageing;
  const aged = ageing.deals.filter(({ standing }) => standing === 'beyondAll' || standing === 'slow');
  if (ageing.deals.length === 0) return null;
  const lead = [
    benchmark.slowest === null
      ? NOTHING_WON
      : `${counts.beyondAll === 0 ? 'No open deal is' : counted(counts.beyondAll, 'open deal is', 'open deals are')} older than the slowest win (${days(benchmark.slowest)})${amounts && amounts.beyondAll > 0 ? `, worth ${money(amounts.beyondAll)}` : ''}; ${counts.slow === 0 ? 'none is' : count(counts.slow)} older than nine in ten of the wins (${days(benchmark.q90)}).`,
    ...(untouched && untouched.untouched > 0
      ? [
          `${count(untouched.untouched)} of ${counted(untouched.open, 'open deal')} had no activity for ${days(untouched.days)} and have none planned.`,
        ]
      : []),
  ].join(' ');
  return (
    <Section title="Open deals that age" lead={lead}>
      {aged.length > 0 && <OpenDeals label="Open deals that age" deals={aged} />}
      <HowSure
        sentences={[
          `Age is counted from creation, and held against ${counted(benchmark.n, 'won deal')}.`,
          `The chance is that of a win within ${days(ageing.chanceDays)}, of the deals that were still open at the same age (Aalen–Johansen); where fewer than ten were, none is given.`,
        ]}
      />
    </Section>
  );
}
