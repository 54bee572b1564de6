import { quantile } from '../../stats/quantile';
import type { Assembled } from './assemble';
import type { Indicator } from './catalogue';
import type { StandardFinding } from './finding';
import { namesCall } from '../../dataset/wideColumns';

/** Periods that "recent" means. */
const RECENT = 3;
/** Periods that the team's own standard is taken from. */
const LOOK_BACK = { month: 12, week: 26 } as const;

/**
 * Which indicators have a standard: those that lead a result, those with a target, and calls, which people are coached on
 * whether they lead or not. Things counted of things done, no amounts and no ratios.
 */
export const hasStandard = (indicator: Indicator, isPromoted: boolean): boolean =>
  (indicator.kind === 'count' || indicator.kind === 'number') &&
  indicator.ofPerson !== undefined &&
  indicator.source !== 'deals' &&
  (isPromoted || indicator.target !== null || namesCall(indicator.name));

/** The known values of the last periods. */
const lately = (values: Float64Array, periods: number): readonly number[] =>
  Array.from(values.subarray(-periods)).filter((value) => !Number.isNaN(value));

/**
 * What each person did of an indicator against its standard: the target that a person set, else the median over all people's
 * periods of the last year in which they did anything at all. People who did nothing lately have left, or do other work.
 */
export function standardsOf(
  { persons, periods }: Assembled,
  indicators: readonly Indicator[],
): readonly StandardFinding[] {
  const lookBack = LOOK_BACK[periods.grain];
  const isHere = (person: number): boolean =>
    indicators.some(({ ofPerson }) => lately(ofPerson!(person), RECENT).some((value) => value > 0));
  const here = [...persons.names.keys()].filter(isHere);
  return indicators.flatMap((indicator) => {
    const { name, target, ofPerson } = indicator;
    const busy = here.flatMap((person) => lately(ofPerson!(person), lookBack).filter((value) => value > 0));
    const team = quantile(busy, 0.5);
    const standard = target ?? team;
    if (standard === null) return [];
    return here.flatMap((person): readonly StandardFinding[] => {
      const recent = lately(ofPerson!(person), RECENT);
      const actual = recent.at(-1);
      return actual === undefined
        ? []
        : [
            {
              person: persons.names[person]!,
              indicator: name,
              actual,
              recent: recent.reduce((sum, value) => sum + value, 0) / recent.length,
              standard,
              standardSource: target === null ? 'team' : 'given',
            },
          ];
    });
  });
}
