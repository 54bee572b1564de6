import { compositeIndex, diffusionIndex, symmetricChanges } from '../../stats/compositeIndex';
import type { Assembled } from './assemble';
import type { IndicatorsFinding } from './finding';
import { namesOf } from './periods';
import { usualValues, type Projector } from './projection';
import { perUsualPeriod } from './series';

/** People of whom a share is told. */
const LEAST_PEOPLE = 2;

/**
 * One index of all promoted indicators of a result, and the share of them that rose; null for both with fewer than two. The
 * index begins where all of them are known. What falls before the result rises counts with its sign turned.
 */
export function compositeOf(
  assembled: Assembled,
  result: string,
  promoted: readonly Projector[],
): Pick<IndicatorsFinding, 'composite' | 'diffusion'> {
  if (promoted.length < 2) return { composite: null, diffusion: null };
  const { periods, persons } = assembled;
  const members = promoted.map(({ comparison: { indicator }, finding }) => ({
    indicator,
    direction: (finding.r ?? 0) < 0 ? (-1 as const) : (1 as const),
    values: usualValues(indicator, assembled),
  }));
  const isKnown = (i: number): boolean => members.every(({ values }) => !Number.isNaN(values[i]));
  const from = [...members[0]!.values.keys()].findIndex(isKnown);
  if (from < 0) return { composite: null, diffusion: null };
  const cut = (values: Float64Array): Float64Array => values.subarray(from);
  const { weights, index } = compositeIndex(members.map((m) => ({ ...m, values: cut(m.values) })));
  const names = namesOf(periods).slice(from);

  const growths = persons.names.flatMap((_, person) => {
    const own = members.flatMap(({ indicator, direction }) =>
      indicator.ofPerson
        ? [{ direction, values: cut(perUsualPeriod(indicator.ofPerson(person), indicator.kind, periods)) }]
        : [],
    );
    return own.length === 0 ? [] : [compositeIndex(own).growth];
  });
  const ofPeople = growths.length < LEAST_PEOPLE ? undefined : diffusionIndex(growths);
  return {
    composite: {
      result,
      members: members.map(({ indicator }, i) => ({ indicator: indicator.name, weight: weights[i]! })),
      periods: names,
      index: [...index],
    },
    diffusion: {
      periods: names.slice(1),
      indicators: shares(diffusionIndex(members.map((m) => symmetricChanges(cut(m.values), m.direction)))),
      people: ofPeople ? shares(ofPeople) : names.slice(1).map(() => null),
    },
  };
}

const shares = (percents: Float64Array): (number | null)[] =>
  Array.from(percents, (percent) => (Number.isNaN(percent) ? null : percent / 100));
