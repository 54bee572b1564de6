import { tablesOf } from '../mechanics/multiplier';
import { isDealProperty } from '../mechanics/perDeal';
import type { BandsOf, Component, MeasureBand, ModifierOf, Plan } from '../plan';
import { bandText, remark, type PlanRemark } from './planCheck';

type Row = ModifierOf<'multiplier'>;

const meets = (a: MeasureBand | undefined, b: MeasureBand | undefined): boolean =>
  (a?.from ?? -Infinity) < (b?.to ?? Infinity) && (b?.from ?? -Infinity) < (a?.to ?? Infinity);

const bandsOf = (measure: string): BandsOf =>
  isDealProperty(measure) && measure !== 'margin' ? 'amount' : 'attainment';
const text = ({ measure, from = 0, to }: MeasureBand): string => bandText(from, to, bandsOf(measure));

/** No value is in two rows of one table of multipliers: which of them should count? Outside of all rows × 1 counts. */
export const multiplierBands = (plan: Plan): readonly PlanRemark[] =>
  [...plan.components, { name: '', modifiers: plan.modifiers }].flatMap(({ name, modifiers }) =>
    // Only the modifiers are looked at.
    tablesOf({ modifiers } as unknown as Component).flatMap((table) =>
      table.flatMap((row, i): readonly PlanRemark[] => {
        const before = table.slice(0, i).find((other) => meets(other, row) && meets(other.and, row.and));
        return before ? [overlap(plan, name, before, row)] : [];
      }),
    ),
  );

const overlap = (plan: Plan, component: string, before: Row, row: Row): PlanRemark =>
  remark(
    'planBandsOverlap',
    { plan: plan.name, component, first: text(before), second: text(row) },
    row,
    'from',
  );
