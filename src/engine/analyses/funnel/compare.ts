import { compared, type Comparer, type Figure } from '../comparison';
import { leverIssues, readLevers, supposedRate, type Levers } from '../levers';
import type { Work } from '../questions';
import type { FunnelFinding } from './finding';

/** Of new deals, the share that comes through all stages by the step rates, measured or supposed; null where one is not known. */
function throughAll({ stages }: FunnelFinding, levers: Levers): Figure {
  const rates = stages.map(({ name, stepRate }) => supposedRate(levers, name, stepRate) ?? stepRate.estimate);
  return {
    id: 'throughAll',
    label: 'Deals that come through all stages',
    format: 'percent1',
    value:
      rates.length === 0 || rates.includes(null) ? null : rates.reduce<number>((all, rate) => all * rate!, 1),
  };
}

/** What a scenario supposes of the funnel. The measured rates stay, so nothing is counted anew. */
export function compareFunnel({ values, tables, dataset }: Work, finding: FunnelFinding): Comparer {
  const baseline = throughAll(finding, readLevers(values, tables));
  return {
    baseline: [baseline],
    under: (supposed) => ({
      value: [compared(baseline, throughAll(finding, readLevers(supposed.values, supposed.tables)).value)],
      issues: leverIssues(supposed.tables, dataset.stages),
    }),
  };
}
