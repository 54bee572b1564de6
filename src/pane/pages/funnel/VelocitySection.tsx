import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import type { Lever } from '../../../engine/analyses/funnel/velocity';
import { change, count, counted, days, money, share } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { HowSure } from '../../parts/HowSure';
import { Section } from '../../parts/Section';

const LEVERS: Readonly<Record<Lever, string>> = {
  opportunities: 'Open opportunities',
  meanWon: 'Mean amount won',
  winRate: 'Win rate',
  cycleDays: 'Days to win',
};

/** What the pipeline brings a day, and which of its four levers would bring the most. */
export function VelocitySection({ funnel }: { readonly funnel: FunnelFinding }) {
  const { velocity } = funnel;
  if (!velocity || velocity.perDay.estimate === null) return null;
  const { perDay, opportunities, meanWon, winRate, cycleDays, notBeyond } = velocity;
  const now: Readonly<Record<Lever, string>> = {
    opportunities: count(opportunities),
    meanWon: money(meanWon),
    winRate: share(winRate),
    cycleDays: days(cycleDays === null ? null : Math.round(cycleDays)),
  };
  return (
    <Section
      title="Velocity"
      lead={[
        `${money(perDay.estimate)} a day if all open deals went as those decided did: open deals × mean amount × win rate ÷ days to win.`,
        ...(notBeyond === null
          ? []
          : [
              `${counted(opportunities - notBeyond.opportunities, 'open deal is', 'open deals are')} older than any that was ever won; without, it would be ${money(notBeyond.perDay)} a day.`,
            ]),
      ].join(' ')}
    >
      <DataTable
        label="Levers of velocity"
        headers={['Lever', 'Now', 'Moved by', 'Then a day', 'Gain']}
        rows={velocity.levers.map((lever) => [
          LEVERS[lever.lever],
          now[lever.lever],
          change(lever.change),
          money(lever.perDay),
          change(lever.gain),
        ])}
      />
      <HowSure
        sentences={[
          perDay.low === null || perDay.high === null
            ? 'Too few won deals for an interval.'
            : `Between ${money(perDay.low)} and ${money(perDay.high)} a day with ${share(funnel.basis.confidence)} confidence (delta method on the logarithm).`,
          `It rests on ${count(funnel.winRate.n)} decided and ${count(funnel.outcomes.won)} won deals, and says what would come of the open deals if they went as those did.`,
        ]}
      />
    </Section>
  );
}
