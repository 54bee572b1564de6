import { useMemo } from 'react';
import { checkPlans } from '../../../engine/analyses/compensation/checks';
import type { Plan } from '../../../engine/analyses/compensation/plan';
import { ownRows } from '../../../engine/analyses/compensation/planRows/ownRows';
import { PLAN_TABLE_IDS } from '../../../engine/analyses/compensation/planRows/planEdits';
import { readPlans } from '../../../engine/analyses/compensation/planRows/readPlans';
import { planTables } from '../../../engine/analyses/compensation/planRows/writePlans';
import type { Issue } from '../../../engine/core/issue';
import type { EditedTables } from '../../../engine/report/editableTable';
import { wordIssue } from '../../../engine/report/wording';
import { usePane } from '../../context';

/** The plans as they stand in the pane: the rows of their three tables, what these mean, and what is wrong with them. */
export interface ShapedPlans {
  readonly tables: EditedTables;
  readonly plans: readonly Plan[];
  /** They stand on a sheet of the user's; the first change here makes Leadline's own rows of them. */
  readonly fromSheet: boolean;
  readonly issues: readonly Issue[];
  /** The sentences about one cell; without a column those about its row as a whole. */
  readonly saysAt: (table: string, row: number, column: string | undefined) => string | undefined;
  readonly change: (tables: EditedTables) => void;
}

export function usePlans(): ShapedPlans {
  const { state, actions } = usePane();
  const { settings, run } = state;
  const document = run?.view.analyses.compensation;
  return useMemo(() => {
    const own = Object.fromEntries(
      PLAN_TABLE_IDS.map((id) => [id, settings.tables[id] ?? run?.view.tables[id] ?? []]),
    );
    const fromSheet =
      document?.basis.plansFrom === 'sheet' && Object.values(own).every((rows) => rows.length === 0);
    const found = readPlans(ownRows(own));
    // Each row names its plan and its component, also where a person left them blank; what cannot be read stays as typed.
    const tables = fromSheet
      ? planTables(document.plans.map((plan) => plan.document))
      : found.issues.length === 0
        ? planTables(found.plans)
        : own;
    const read = readPlans(ownRows(tables, true));
    const issues = [...read.issues, ...checkPlans(read.plans, read.rowOf)];
    return {
      tables,
      plans: read.plans,
      fromSheet,
      issues,
      saysAt: (table, row, column) =>
        issues
          .filter(({ place }) => place?.sheet === table && place.row === row && place.column === column)
          .map(wordIssue)
          .join(' ') || undefined,
      change: (next) => {
        for (const id of PLAN_TABLE_IDS) actions.changeTable(id, next[id] ?? []);
      },
    };
  }, [settings.tables, run, document, actions]);
}
