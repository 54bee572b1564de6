import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { count, counted, DASH, decimal, interval, percent, share } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Facts } from '../../parts/Facts';
import { HowSure } from '../../parts/HowSure';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';
import { intervalMeans } from './sure';

/** Do deals go the way that they should, where do they turn back, and why are they lost? */
export function ProcessSection({
  funnel,
  minimum,
}: {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const { conformance, losses, stageEvents } = funnel;
  if (!conformance || conformance.deals === 0) return null;
  const { bottleneck, straight, skipped, movedBack, reworked, reopened, variants } = conformance;
  const ways = [
    ['Straight through', straight],
    ['Skipped a stage', skipped],
    ['Moved back', movedBack],
    ['Entered a stage again', reworked],
    ['Reopened', reopened],
  ] as const;
  const reasons = losses.rows.filter(({ deals }) => deals > 0);
  return (
    <Section
      title="Process"
      lead={
        bottleneck
          ? `A deal spends the most time in ${bottleneck.stage}: ${decimal(bottleneck.meanDays)} days on average, ${percent(bottleneck.share)} of the days of a deal that goes through every stage.`
          : undefined
      }
    >
      <DataTable
        label="How deals went through the stages"
        headers={['Way', 'Deals', 'Share', 'Win rate', 'Interval']}
        rows={ways.map(([name, way]) => [
          name,
          count(way.deals),
          percent(way.deals / conformance.deals),
          way.winRate.n === 0
            ? DASH
            : way.winRate.n < minimum
              ? `${count(way.winRate.x)} of ${count(way.winRate.n)}`
              : share(way.winRate.estimate),
          way.winRate.n === 0 ? DASH : interval(way.winRate),
        ])}
      />
      <Lines
        label="Most frequent paths"
        one="path"
        lines={variants.map((variant) => ({
          name: variant.path.join(' → '),
          value: counted(variant.deals, 'deal'),
          details: [`${count(variant.won)} won, ${count(variant.lost)} lost, ${count(variant.open)} open`],
        }))}
      />
      {losses.withReason !== null && reasons.length > 0 && (
        <DataTable
          label="Why deals were lost"
          headers={['Reason', 'Lost', 'Of all lost']}
          rows={reasons.map((row) => [
            row.noDecision && !/no decision/i.test(row.reason) ? `${row.reason} (no decision)` : row.reason,
            count(row.deals),
            percent(row.deals / losses.lost),
          ])}
        />
      )}
      {stageEvents && (
        <Facts
          facts={stageEvents.stages.flatMap(({ stage, type, entersWhen }) =>
            type !== null && entersWhen !== null
              ? [
                  [
                    stage,
                    {
                      held: `entered once the ${type.toLowerCase()} was held`,
                      scheduled: `entered when the ${type.toLowerCase()} was scheduled`,
                      mixed: `entered now before, now after the ${type.toLowerCase()}`,
                    }[entersWhen],
                  ] as const,
                ]
              : [],
          )}
        />
      )}
      <HowSure
        sentences={[
          `Of ${counted(conformance.deals, 'deal')} whose stages are recorded; a deal may be in several lines. ${counted(conformance.differentPaths, 'different path')} in all.`,
          'Win rates that go with a way are associated with it; they do not tell what would happen if deals went another way.',
          intervalMeans(funnel),
        ]}
      />
    </Section>
  );
}
