import type { AssumptionValues } from '../../../../core/assumption';
import type { Day } from '../../../../core/day';
import type { RandomSource } from '../../../../core/random';
import type { Dataset } from '../../../../dataset/dataset';
import type { EditedTables } from '../../../../report/editableTable';
import type { CompensationBook } from '../../book';
import { bookOf } from '../../fromData/bookOf';
import { monthsOf } from '../../fromData/periods';
import { bookChoices } from '../../ground';
import type { Plan } from '../../plan';
import { spreadChoice } from '../modelPlans';
import { deskOf, type PlanDesk } from '../planDesk';
import { planYearIn } from '../planYearIn';
import type { SpreadChoice } from '../series';
import { timesSoldIn } from '../timesSold';

/** What a run leaves behind, from which plans can be tried. */
export interface WorkingData {
  readonly dataset: Dataset;
  readonly values: AssumptionValues;
  readonly tables: EditedTables;
  readonly asOf: Day;
  readonly random: RandomSource;
}

/** The data as plans of one rhythm need them; the same for every plan whose shortest period is as long. */
export interface WorkingBook {
  /** The periods that are paid. */
  readonly book: CompensationBook;
  readonly desk: PlanDesk;
  readonly choice: SpreadChoice;
}

export type OpenBook = (plans: readonly Plan[]) => WorkingBook;

/** Makes each book once, when it is first asked for. */
export function workingBooks({ dataset, values, tables, asOf }: WorkingData): OpenBook {
  const known = new Map<number, WorkingBook>();
  const choice = spreadChoice(values, timesSoldIn(dataset, values, tables, asOf));
  return (plans) => {
    const months = monthsOf(plans);
    let found = known.get(months);
    if (!found) {
      const choices = bookChoices(values, asOf);
      const { book } = bookOf(dataset, plans, choices);
      found = { book, desk: deskOf(planYearIn(dataset, plans, choices)), choice };
      known.set(months, found);
    }
    return found;
  };
}
