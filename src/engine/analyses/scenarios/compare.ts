import type { Assumption } from '../../core/assumption';
import { IN_FORCE, type Scenario } from '../../core/scenario';
import type { Issue } from '../../core/issue';
import type { EditableTable } from '../../report/editableTable';
import type { AnalysisId } from '../findings';
import { compared, type Comparer } from '../comparison';
import type { Supposed } from '../levers';
import { applied, type Applied } from './applied';
import type { QuestionTo } from '../questions';
import { wrongIn } from './wrongRows';
import type { AnalysisFigure, ScenarioFinding, ScenariosFinding } from './finding';

/** An analysis that ran and can be compared. */
export interface Compared {
  readonly id: AnalysisId;
  readonly assumptions: readonly Assumption[];
  readonly editableTables?: readonly EditableTable[];
  readonly comparer: Comparer;
}

/**
 * Every scenario beside what is in force, on the same chance: each analysis that feels one of its changes is asked anew.
 * Issues that the run itself has not raised come along; a scenario that cannot be meant is left out and said.
 */
export function compareScenarios(
  scenarios: readonly Scenario[],
  analyses: readonly Compared[],
  inForce: Supposed,
  {
    assumptions,
    known,
    step,
  }: {
    readonly assumptions: readonly Assumption[];
    /** Issues of the run. */
    readonly known: readonly Issue[];
    readonly step: (share: number, what: string) => void;
  },
): { readonly value: ScenariosFinding; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const ofRun: ReadonlySet<string> = new Set(known.map((one) => JSON.stringify(one)));
  const said = new Set(ofRun);
  const raise = (found: readonly Issue[]): void => {
    for (const one of found) {
      const key = JSON.stringify(one);
      if (!said.has(key)) issues.push(one);
      said.add(key);
    }
  };
  const found = scenarios.flatMap((scenario, i): readonly ScenarioFinding[] => {
    step(i / scenarios.length, `Scenario ${scenario.name}`);
    const { value: supposed, issues: wrong } = applied(scenario, assumptions, inForce);
    raise(wrong);
    if (!supposed) return [];
    const found: Issue[] = [];
    const figures = analyses.flatMap((analysis) =>
      figuresOf(analysis, supposed, (issuesOfOne) => found.push(...issuesOfOne)),
    );
    const amiss = found
      .filter((one) => !ofRun.has(JSON.stringify(one)))
      .flatMap((one) => wrongIn(scenario.name, one) ?? []);
    raise(amiss.length > 0 ? amiss : found);
    if (amiss.length > 0) return [];
    return [{ name: scenario.name, changes: supposed.changes, figures }];
  });
  return { value: { baseline: IN_FORCE, scenarios: found }, issues };
}

function figuresOf(
  analysis: Compared,
  supposed: Touching,
  raise: (issues: readonly Issue[]) => unknown,
): readonly AnalysisFigure[] {
  const { baseline, under } = analysis.comparer;
  if (!feels(analysis, supposed))
    return baseline.map((figure) => ({ analysis: analysis.id, ...compared(figure, figure.value) }));
  const { value, issues } = under(supposed);
  raise(issues);
  return (value ?? []).map((figure) => ({ analysis: analysis.id, ...figure }));
}

/** The figures of the analyses asked for, under a what-if that has no name yet; what cannot be meant is left to others to say. */
export const figuresUnder =
  (analyses: readonly Compared[], inForce: Supposed) =>
  ({ values, tables, analyses: wanted }: QuestionTo<'scenarios'>): readonly AnalysisFigure[] => {
    const supposed: Touching = {
      values: { ...inForce.values, ...values },
      tables: { ...inForce.tables, ...tables },
      touched: new Set([...Object.keys(values), ...Object.keys(tables)]),
    };
    return analyses
      .filter(({ id }) => wanted.includes(id))
      .flatMap((analysis) => figuresOf(analysis, supposed, () => undefined));
  };

type Touching = Omit<Applied, 'changes'>;

/** Whether the scenario touches anything that the analysis reads. */
const feels = ({ assumptions, editableTables = [] }: Compared, { touched }: Touching): boolean =>
  [...assumptions, ...editableTables].some(({ id }) => touched.has(id));
