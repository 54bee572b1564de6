import type { Day } from '../../../core/day';
import type { RandomSource } from '../../../core/random';
import { sameName } from '../../../dataset/values/sameName';
import { rowsOf, type EditableTable, type EditedTables } from '../../../report/editableTable';
import type { Plan } from '../plan';
import type { BudgetSeek } from './finding';
import { seekBudget, seekWords } from './goalSeek';
import type { PlanDesk } from './planDesk';
import type { SpreadChoice } from './series';

/** Which number of a plan shall bring its expected cost to which budget (C6). */
export const PLAN_SEEKS: EditableTable = {
  id: 'planSeeks',
  title: 'Goal seek for plans',
  help: 'One row a question: which value of this number of a plan brings its expected cost to the budget? Numbers are named as “New business/tier 2/rate”; the answer stands on the Cost sheet, and lists the names where one is not known.',
  columns: [
    { id: 'plan', header: 'Plan', format: 'text', width: 24, note: 'Blank: the first plan in force.' },
    { id: 'parameter', header: 'Number', format: 'text', width: 30 },
    { id: 'budget', header: 'Budget', format: 'money' },
  ],
  initial: [],
};

/** A row of the table that can be looked for; the others are incomplete, and wait. */
export interface WantedBudget {
  readonly plan: string | null;
  readonly parameter: string;
  /** Cents. */
  readonly budget: number;
}

export const wantedBudgets = (tables: EditedTables): readonly WantedBudget[] =>
  rowsOf(PLAN_SEEKS, tables).flatMap(({ plan, parameter, budget }) => {
    const [of, name] = [String(plan ?? '').trim(), String(parameter ?? '').trim()];
    return name !== '' && typeof budget === 'number' ? [{ plan: of || null, parameter: name, budget }] : [];
  });

export interface SeekSettings {
  readonly desk: PlanDesk;
  readonly asOf: Day;
  readonly choice: SpreadChoice;
  readonly runs: number;
  readonly random: RandomSource;
}

/** The answer to each question; `main` is the plan of those that name none. */
export const soughtBudgets = (
  wanted: readonly WantedBudget[],
  plans: readonly Plan[],
  main: Plan,
  { desk, asOf, choice, runs, random }: SeekSettings,
): readonly BudgetSeek[] =>
  wanted.map(({ plan: name, parameter, budget }) => {
    const plan = name === null ? main : plans.find((own) => sameName(own.name) === sameName(name));
    const common = { plan: plan?.name ?? name ?? '', parameter, budget };
    if (!plan)
      return { ...common, found: 'unknownPlan', value: null, cost: null, says: 'There is no such plan.' };
    const seek = seekBudget({ plan, parameter, budget }, desk, asOf, choice, runs, random);
    return {
      ...common,
      found: seek.found,
      value: 'value' in seek ? seek.value : null,
      cost: 'cost' in seek ? seek.cost : null,
      says: seekWords(seek, { plan, parameter }),
    };
  });
