import { ANALYSES } from '../engine/analyses';
import type { Analysis, AnalysisId, Findings } from '../engine/analyses/analysis';
import type { AskedId, Work } from '../engine/analyses/questions';
import { compareScenarios, figuresUnder, type Compared } from '../engine/analyses/scenarios/compare';
import type { ScenariosFinding } from '../engine/analyses/scenarios/finding';
import { readScenarios, SCENARIOS } from '../engine/analyses/scenarios/table';
import { step, type Circumstances } from '../engine/core/circumstances';
import type { Day } from '../engine/core/day';
import type { Issue } from '../engine/core/issue';
import { randomFrom } from '../engine/core/random';
import type { Stamp } from '../engine/core/stamp';
import { rowsOf } from '../engine/report/editableTable';
import type { Description } from '../engine/report/report';
import { ASSUMPTIONS } from './declared';
import type { Ask, RunHooks } from './run';

/** What the analyses, and the scenarios across them, make of what was read. */
interface Ran {
  readonly findings: Partial<Findings>;
  readonly scenarios: ScenariosFinding | undefined;
  readonly described: readonly { readonly id: AnalysisId; readonly description: Description }[];
  readonly issues: readonly Issue[];
  readonly ask: Ask;
}

export const NOTHING_RAN: Ran = {
  findings: {},
  scenarios: undefined,
  described: [],
  issues: [],
  ask: () => undefined,
};

/** Runs every analysis, or those wanted only; then the scenarios. */
export function runAnalyses(
  read: Omit<Work, 'circumstances'> & { readonly asOf: Day },
  {
    seed,
    only,
    known,
    stamp,
  }: {
    readonly seed: number;
    readonly only: readonly AnalysisId[] | undefined;
    /** Raised before. */
    readonly known: readonly Issue[];
    readonly stamp: Stamp;
  },
  { progress, signal }: RunHooks,
): Ran {
  const { asOf, ...given } = read;
  const { dataset, values, tables } = given;
  const issues: Issue[] = [];
  // More at once than one push takes arguments.
  const raise = (found: readonly Issue[]): void => found.forEach((issue) => issues.push(issue));
  const said = new Set<string>();
  const isNew = (one: Issue): boolean => said.size < said.add(JSON.stringify(one)).size;
  const findings: { -readonly [Id in AnalysisId]?: Findings[Id] } = {};
  const described: { readonly id: AnalysisId; readonly description: Description }[] = [];
  const answerers = new Map<AnalysisId | AskedId, () => (question: unknown) => unknown>();
  const comparable: Compared[] = [];
  const silent: { readonly needs: Analysis['needs']; readonly found: readonly Issue[] }[] = [];

  const runOne = <Id extends AnalysisId>(analysis: Analysis<Id>, circumstances: Circumstances): void => {
    const { value, issues: found } = analysis.run(dataset, values, circumstances, tables);
    const { answers, answersUnfound, compare } = analysis;
    const work: Work = { ...given, circumstances };
    const answerer = (make: () => unknown): void => {
      // A question is checked against its analysis where it is put (`workerClient.ts`).
      answerers.set(
        analysis.id,
        once(() => make() as (question: unknown) => unknown),
      );
    };
    if (value === undefined) {
      silent.push({ needs: analysis.needs, found });
      if (answersUnfound) answerer(() => answersUnfound(work));
      return;
    }
    // What several analyses read of one input is said once.
    raise(found.filter(isNew));
    findings[analysis.id] = value;
    described.push({ id: analysis.id, description: analysis.describe(value, values, stamp, tables) });
    if (compare) comparable.push({ ...analysis, comparer: compare(work, value) });
    if (answers) answerer(() => answers(work, value));
  };
  const wanted = ANALYSES.filter(({ id }) => !only || only.includes(id));
  const reached = (done: number): number => 0.7 + (0.15 * done) / wanted.length;
  wanted.forEach((analysis, i) => {
    step({ progress, signal }, reached(i), analysis.title);
    // A union of analyses is not seen to take each its own finding; each does.
    runOne(analysis as Analysis, {
      asOf,
      random: randomFrom(seed).stream(analysis.id),
      progress: (share, what) => progress(reached(i + share), what),
      signal,
    });
  });

  // What one analysis cannot do without does not stop the others.
  const blocking = described.length === 0 || only !== undefined;
  const isRead = ([first]: Analysis['needs']): boolean => dataset.inputs.some(({ role }) => role === first);
  for (const { needs, found } of silent)
    for (const issue of found) {
      if (blocking || issue.severity !== 'blocking') issues.push(issue);
      // Nobody who gives a sheet of results wonders where the funnel is.
      else if (isRead(needs)) issues.push({ ...issue, severity: 'note' });
    }

  const inForce = { values, tables };
  const asked = figuresUnder(comparable, inForce);
  // Likewise.
  answerers.set('scenarios', () => asked as (question: unknown) => unknown);
  const named = readScenarios(rowsOf(SCENARIOS, tables), ASSUMPTIONS);
  const compared =
    comparable.length > 0 && named.length > 0
      ? compareScenarios(named, comparable, inForce, {
          assumptions: ASSUMPTIONS,
          known: [...known, ...issues],
          step: (share, what) => step({ progress, signal }, 0.85 + 0.05 * share, what),
        })
      : undefined;
  raise(compared?.issues ?? []);
  return {
    findings,
    scenarios: compared?.value,
    described,
    issues,
    ask: (analysis, question) => answerers.get(analysis)?.()(question),
  };
}

/** Makes a thing when it is first wanted. */
function once<T>(make: () => T): () => T {
  let made: { readonly thing: T } | undefined;
  return () => (made ??= { thing: make() }).thing;
}
