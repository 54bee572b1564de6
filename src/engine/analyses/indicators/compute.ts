import { orNull } from '../../core/orNull';
import type { AssumptionValues } from '../../core/assumption';
import { step, type Circumstances } from '../../core/circumstances';
import { isoOf } from '../../core/day';
import { issue, type Issue } from '../../core/issue';
import type { Outcome } from '../../core/outcome';
import type { Dataset } from '../../dataset/dataset';
import type { EditedTables } from '../../report/editableTable';
import { CONFIDENCE } from '../../report/liveRate';
import { thresholdOfR } from '../../stats/correlation';
import { grangerTest } from '../../stats/granger';
import { commonStretch } from '../../stats/leadPair';
import { leadSkill } from '../../stats/leadSkill';
import { adjusted } from '../../stats/orthonormal';
import { seasonalBasis, type Season } from '../../stats/seasonalBasis';
import { tUpperQuantile } from '../../stats/studentT';
import { aheadOf } from './ahead';
import { assemble, type Assembled } from './assemble';
import { readAssumptions, type LeadAssumptions } from './assumptions';
import { comparable, compare, seasonOf, type Comparison } from './compare';
import { compositeOf } from './composite';
import { AMBER_P, evidenceOf, FULL, isPromoted, LEAST_PEOPLE, signalOf } from './evidence';
import type { IndicatorFinding, IndicatorsFinding, SeriesFinding } from './finding';
import { peopleEvidence } from './peopleEvidence';
import { nameOf, namesOf, PERIODS_A_YEAR } from './periods';
import { leadLine, lineOf, projectedAt, usualValues, type Projector } from './projection';
import { lastKnownOf, type Series } from './series';
import { stabilityOf } from './stability';
import { hasStandard, standardsOf } from './standards';
import { targetOf } from './targets';

/** Pairs for which the sheet shows what chance alone reaches. */
const THRESHOLDS = [6, 12, 18, 24, 36, 48];
const THRESHOLD_LEVEL = 0.05;

/** From rows to series, from series to evidence, from evidence to the months ahead. Conventions: docs/methods/indicators.md. */
export function runIndicators(
  dataset: Dataset,
  values: AssumptionValues,
  circumstances: Circumstances,
  tables: EditedTables,
): Outcome<IndicatorsFinding> {
  const assumptions = readAssumptions(values);
  const confidence = Number(values[CONFIDENCE] ?? 0.95);
  step(circumstances, 0, 'Adding up indicators and results');
  const assembled = assemble(dataset, assumptions, tables, circumstances.asOf);
  const { results, indicators, periods, persons, issues: found } = assembled;
  if (results.length === 0 || indicators.length === 0) return { value: undefined, issues: found };
  const issues: Issue[] = [...found];
  if (persons.names.length > periods.count)
    issues.push(
      issue('morePeopleThanPeriods', 'note', {
        people: persons.names.length,
        periods: periods.count,
        grain: periods.grain,
      }),
    );

  const projectors: Projector[] = [];
  const rows: IndicatorFinding[] = [];
  results.forEach((result, i) => {
    const share = (done: number): number => 0.1 + (0.8 * (i + done)) / results.length;
    const watch = (done: number): void =>
      step(circumstances, share(done), `Testing what leads ${result.name}`);
    for (const comparison of compare(assembled, result, assumptions, circumstances.random, watch, issues)) {
      const { finding, projector } = described(comparison, assembled, assumptions, dataset, confidence);
      rows.push(finding);
      if (projector) projectors.push(projector);
    }
  });

  step(circumstances, 0.9, 'Looking ahead');
  const ofResult = (name: string): readonly Projector[] =>
    projectors.filter(({ comparison }) => comparison.result.name === name);
  const leading = results.find(({ name }) => ofResult(name).length >= 2);
  const promotedNames = new Set(projectors.map(({ finding }) => finding.name));
  const finding: IndicatorsFinding = {
    basis: basisOf(dataset, assembled, assumptions, confidence, isoOf(circumstances.asOf)),
    results: results.map((result) => {
      const { value, source } = targetOf(result, dataset.quotas, periods, periods.first + periods.count);
      return { name: result.name, kind: result.kind, target: value, targetSource: source, row: result.row };
    }),
    series: [
      ...results,
      ...indicators.filter((indicator) => !results.some((result) => isSame(result, indicator))),
    ].map((series) => seriesFinding(series, assembled)),
    indicators: rows,
    ...compositeOf(assembled, leading?.name ?? '', leading ? ofResult(leading.name) : []),
    ahead: results.flatMap((result) =>
      aheadOf(assembled, result, ofResult(result.name), dataset.quotas, assumptions.ahead, confidence),
    ),
    standards: standardsOf(
      assembled,
      indicators.filter((indicator) => hasStandard(indicator, promotedNames.has(indicator.name))),
    ),
  };
  step(circumstances, 1, 'Done');
  return { value: finding, issues };
}

/** What is entered as a stage may be both a result and what leads another. */
const isSame = (a: Series, b: Series): boolean => a.name === b.name && a.values.join() === b.values.join();

const seriesFinding = ({ name, kind, values }: Series, { periods }: Assembled): SeriesFinding => ({
  name,
  kind,
  periods: namesOf(periods),
  values: Array.from(values, orNull),
});

/** One indicator beside one result, in full; a projector where the evidence is amber or better. */
function described(
  comparison: Comparison,
  assembled: Assembled,
  assumptions: LeadAssumptions,
  { quotas }: Dataset,
  confidence: number,
): { readonly finding: IndicatorFinding; readonly projector: Projector | undefined } {
  const { indicator, result, window, lead, lag, r, pairs, plainByLag } = comparison;
  const { periods } = assembled;
  const season = seasonOf(assembled, assumptions);
  const tested = lag !== null && lead.bestLag !== null;
  const [x, y] = [usualValues(indicator, assembled), usualValues(result, assembled)];
  const [from, to] = commonStretch(x, y);
  const skill =
    lag === null
      ? null
      : leadSkill(x.subarray(from, to), y.subarray(from, to), lag, PERIODS_A_YEAR[periods.grain]);
  const people = peopleEvidence(assembled, indicator, result, lag ?? window.from, r ?? 0, season, confidence);
  const { light, reasons } = evidenceOf({
    grain: periods.grain,
    hasSeason: assumptions.hasSeason,
    periods: lead.periods,
    pairs: pairs.n,
    r,
    direction: indicator.direction,
    pLag: lead.pLag,
    pFamily: lead.pFamily,
    peakInside: lead.peakLag === lead.bestLag,
    skill: skill?.skill ?? null,
    people,
  });
  const shown = light !== 'collecting';
  const hasP = shown && light !== 'early' && tested;
  const first = [...lead.pByLag].findIndex((p) => p <= AMBER_P);
  const line = shown ? lineOf(comparison, assembled) : null;
  const lastKnown = lastKnownOf(x);
  const covered = lag === null ? -1 : lastKnown + lag;
  const name = (position: number): string => nameOf(periods.grain, periods.first + position);

  const base: Omit<IndicatorFinding, 'signal' | 'chance'> = {
    name: indicator.name,
    result: result.name,
    kind: indicator.kind,
    direction: indicator.direction,
    source: indicator.source,
    lag: shown ? lag : null,
    firstLag: hasP && first >= 0 ? first : null,
    peakLag: shown ? lead.peakLag : null,
    r: shown ? r : null,
    rByLag: shown ? Array.from(lead.rByLag, orNull) : [],
    plainByLag: shown ? Array.from(plainByLag, orNull) : [],
    plain: shown ? pairs.r : null,
    rho: shown ? pairs.rho : null,
    n: pairs.n,
    nEff: shown ? pairs.nEff : null,
    pLag: hasP ? lead.pLag : null,
    pFamily: hasP ? lead.pFamily : null,
    q: hasP ? lead.q : null,
    differenced: lead.differenced,
    skill: shown ? (skill?.skill ?? null) : null,
    window: { low: window.from, high: window.to, basis: window.basis, days: window.days },
    evidence: light,
    reasons,
    latest: lastKnown < 0 ? null : { period: name(lastKnown), value: indicator.values[lastKnown]! },
    covers:
      isPromoted(light) && covered >= periods.count ? { from: name(periods.count), to: name(covered) } : null,
    line: line && leadLine(line, tUpperQuantile((1 - confidence) / 2, line.n - 2)),
    people,
    granger: hasP && lag !== null ? grangerOf(comparison, assembled, season, lag) : null,
    stability: shown
      ? stabilityOf(comparable(indicator, assembled), comparable(result, assembled), lag ?? window.from)
      : null,
  };
  if (!isPromoted(light) || !line || lag === null)
    return { finding: { ...base, signal: null, chance: null }, projector: undefined };
  const silent: IndicatorFinding = { ...base, signal: null, chance: null };
  const projector = { comparison, finding: silent, lag, line, values: x, lastKnown };
  if (covered < periods.count) return { finding: silent, projector };
  const target = targetOf(result, quotas, periods, periods.first + covered).value;
  const projected = projectedAt(projector, assembled, covered, target, confidence);
  const finding: IndicatorFinding = projected
    ? { ...base, signal: signalOf(projected.chance), chance: projected.chance }
    : silent;
  return { finding, projector: { ...projector, finding } };
}

/** Whether the indicator's past says anything of the result that the result's own past does not, up to the lag found. */
function grangerOf(
  { indicator, result }: Comparison,
  assembled: Assembled,
  season: Season,
  lag: number,
): IndicatorFinding['granger'] {
  const [x, y] = [comparable(indicator, assembled), comparable(result, assembled)];
  const [from, to] = commonStretch(x, y);
  const basis = seasonalBasis(to - from, season);
  const test = grangerTest(adjusted(x.subarray(from, to), basis), adjusted(y.subarray(from, to), basis), lag);
  return test && { order: test.order, f: test.f, p: test.p };
}

function basisOf(
  { history, activities }: Dataset,
  assembled: Assembled,
  assumptions: LeadAssumptions,
  confidence: number,
  asOf: string,
): IndicatorsFinding['basis'] {
  const { periods, warmUp, cycleDays, persons } = assembled;
  const name = (position: number): string => nameOf(periods.grain, periods.first + position);
  const short = periods.grain === 'month' && assumptions.hasSeason && periods.count < FULL.month;
  return {
    asOf,
    grain: periods.grain,
    from: name(0),
    to: name(periods.count - 1),
    periods: periods.count,
    cycleDays,
    warmUp: warmUp && {
      from: name(warmUp.from),
      to: name(warmUp.to - 1),
      periods: warmUp.to - warmUp.from,
    },
    season: seasonOf(assembled, assumptions),
    draws: assumptions.draws,
    confidence,
    limits: [
      ...(history ? [] : (['noHistory'] as const)),
      ...(activities ? [] : (['noActivities'] as const)),
      ...(short ? (['shortHistory'] as const) : []),
      ...(periods.grain === 'week' ? (['weeks'] as const) : []),
      ...(persons.names.length < LEAST_PEOPLE ? (['fewPeople'] as const) : []),
    ],
    thresholds: THRESHOLDS.map((pairs) => ({ pairs, r: thresholdOfR(pairs, THRESHOLD_LEVEL)! })),
  };
}
