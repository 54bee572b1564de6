import { issue, type Issue } from '../../core/issue';
import { sameName } from '../../dataset/values/sameName';
import { folded } from '../../dataset/values/text';
import {
  cellText,
  rowsOf,
  type EditableTable,
  type EditedRow,
  type EditedTables,
} from '../../report/editableTable';
import { openStages, seriesOf, type CatalogueParts } from './catalogue';
import type { Goal } from './cycle';
import { DEALS_WON, entriesTo } from './dealTally';
import type { Series } from './series';

/** What shall be foretold. */
export interface LeadResult extends Series {
  /** What deals are followed to; null where it is kept on a sheet. */
  readonly goal: Goal | null;
  /** Of all people and one period, as set by a person, in the unit of the values. */
  readonly target: number | null;
  /** The row of the table that asks for it, from 0. */
  readonly row: number;
}

export const RESULTS = ['Wins', 'Won amount', 'Deals entering a stage', 'A series kept by hand'] as const;
type ResultChoice = (typeof RESULTS)[number];

/** Which results are looked at: read from the Inputs sheet. */
export const leadResultsTable: EditableTable = {
  id: 'leadResults',
  title: 'Results to look ahead to',
  help: 'One row a result. For a stage, blank means the stage of proposals; for series kept by hand, blank means all of them. Without a target the quotas of the coming periods stand in, for the won amount, or else what was usual in the last year.',
  columns: [
    { id: 'result', header: 'Result', format: 'text', width: 30 },
    { id: 'of', header: 'Stage or series', format: 'text', width: 24 },
    { id: 'target', header: 'Target a period', format: 'decimal', width: 15 },
  ],
  choices: { result: [...RESULTS] },
  initial: RESULTS.map((result) => ({ result, of: null, target: null })),
};

/** What stages of proposals are called, in the languages of the headers, folded. */
const PROPOSAL =
  /\b(proposal|proposals|quote|quotes|quotation|offer|offers|angebot|angebote|devis|proposition|propuesta|propuestas|presupuesto|cotizacion|proposta|propostas|orcamento|offerte|offertes)\b/;
const isProposal = (stage: string): boolean => PROPOSAL.test(folded(stage));

const same = (a: string, b: string): boolean => sameName(a) === sameName(b);

/** The results of the table's rows, each once. A row that names no such stage or series gives none, and an issue. */
export function leadResults(
  tables: EditedTables,
  parts: CatalogueParts,
): { readonly results: readonly LeadResult[]; readonly issues: readonly Issue[] } {
  const results: LeadResult[] = [];
  const issues: Issue[] = [];
  for (const [at, row] of rowsOf(leadResultsTable, tables).entries()) {
    const choice = RESULTS.find((result) => same(result, cellText(row, 'result')));
    const of = cellText(row, 'of');
    const found = choice ? resultsOf(choice, of, parts) : [];
    if (found.length === 0 && (!choice || of !== ''))
      issues.push(issue('leadResultUnknown', 'warning', { result: cellText(row, 'result'), of }));
    for (const { name, ...result } of found) {
      const taken = results.some((known) => same(known.name, name));
      // A person may keep by hand what the deals tell as well; the two need not agree.
      const own = taken && result.goal === null ? `${name} (kept by hand)` : name;
      if (results.some((known) => same(known.name, own))) continue;
      results.push({ ...result, name: own, target: targetOf(row, result.kind), row: at });
    }
  }
  return { results, issues };
}

function targetOf(row: EditedRow, kind: Series['kind']): number | null {
  const target = row['target'];
  return typeof target === 'number' && target > 0 ? target * (kind === 'amount' ? 100 : 1) : null;
}

function resultsOf(
  choice: ResultChoice,
  of: string,
  { deals, stages, sheet }: CatalogueParts,
): readonly Omit<LeadResult, 'target' | 'row'>[] {
  if (choice === 'A series kept by hand')
    return sheet
      .filter(({ name, isActivity }) => (of === '' ? !isActivity || isProposal(name) : same(name, of)))
      .map((series) => ({ ...series, goal: null }));
  if (!deals) return [];
  const { tally, afterWarmUp } = deals;
  if (choice === 'Wins')
    return [{ name: choice, kind: 'count', goal: 'won', ...seriesOf(tally.counts, DEALS_WON, afterWarmUp) }];
  if (choice === 'Won amount')
    return tally.amounts.values.some((cents) => cents !== 0)
      ? [{ name: choice, kind: 'amount', goal: 'won', ...seriesOf(tally.amounts, DEALS_WON, afterWarmUp) }]
      : [];
  const names = openStages(stages);
  const rank = names.findIndex((name) => (of === '' ? isProposal(name) : same(name, of)));
  // Entering the first stage is being created, which nothing on a deal's way precedes.
  return rank < 1
    ? []
    : [
        {
          name: `Deals entering ${names[rank]!}`,
          kind: 'count',
          goal: rank,
          ...seriesOf(tally.counts, entriesTo(rank), afterWarmUp),
        },
      ];
}
