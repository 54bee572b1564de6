import type { Day } from '../../core/day';
import type { Months } from '../../core/months';
import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import { monthStart } from '../../core/day';
import type { Dataset } from '../../dataset/dataset';
import { sameName } from '../../dataset/values/sameName';
import type { EditedTables } from '../../report/editableTable';
import { isActiveOn } from '../activityPlan/activePeople';
import type { PlanSeat } from './finding';
import type { Seat } from './model';
import { monthIn } from './sales';
import { namedLeavers, plannedHires, RAMP_MONTHS, type NamedMonth } from './tables';
import type { Tenure } from './productivity';

/** Everybody who has sold: those who are here on the as-of day first. */
export interface Roster {
  readonly names: readonly string[];
  readonly tenures: readonly Tenure[];
  readonly here: number;
  readonly fromPeople: boolean;
}

/** From the people sheet; without one, the owners of deals, of whom no start is known. */
export function rosterOf(dataset: Dataset, asOf: Day, activeOwners: ReadonlySet<string>): Roster {
  const { people, opportunities } = dataset;
  if (people && people.count > 0) {
    const rows = Array.from({ length: people.count }, (_, row) => row).filter(
      (row) => people.person.codes[row]! >= 0,
    );
    const [here, gone] = [true, false].map((is) =>
      rows.filter((row) => isActiveOn(people, row, asOf) === is),
    );
    const all = [...here!, ...gone!];
    return {
      names: all.map((row) => people.person.labels[people.person.codes[row]!] ?? ''),
      tenures: all.map((row) => ({ start: monthIn(people, 'start', row), end: monthIn(people, 'end', row) })),
      here: here!.length,
      fromPeople: true,
    };
  }
  const owners = opportunities?.texts['owner']?.labels ?? [];
  const unique = [...new Map(owners.map((name) => [sameName(name), name])).entries()];
  const [here, gone] = [true, false].map((is) => unique.filter(([key]) => activeOwners.has(key) === is));
  const all = [...here!, ...gone!];
  return {
    names: all.map(([, name]) => name),
    tenures: all.map(() => ({ start: undefined, end: undefined })),
    here: here!.length,
    fromPeople: false,
  };
}

/** A row of the tables of hires and leavers that cannot be used, in words for the person who wrote it. */
function usable(
  rows: readonly NamedMonth[],
  table: 'hires' | 'leavers',
  months: Months,
  issues: Issue[],
): readonly (NamedMonth & { readonly month: number })[] {
  return rows.flatMap((row) => {
    if (row.month === undefined)
      issues.push(issue('hiringDateUnreadable', 'warning', { table, name: row.name }));
    else if (row.month < months.start)
      issues.push(issue('hiringDatePast', 'warning', { table, name: row.name }));
    else if (row.month >= months.end)
      issues.push(issue('hiringDateBeyond', 'note', { table, name: row.name }));
    else return [{ ...row, month: row.month }];
    return [];
  });
}

/** Those here today, less the months of named leavers, and the planned hires. */
export function seatsOf(
  roster: Roster,
  tables: EditedTables,
  months: Months,
): { readonly seats: readonly PlanSeat[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const last = new Map<string, number>();
  const names = new Set(roster.names.slice(0, roster.here).map(sameName));
  for (const { name, month, day } of usable(namedLeavers(tables), 'leavers', months, issues)) {
    if (!names.has(sameName(name))) issues.push(issue('leaverUnknown', 'warning', { name }));
    // A month counts when its last day is worked.
    const whole = day !== undefined && day + 1 === monthStart(month + 1);
    last.set(sameName(name), month - months.start + (whole ? 1 : 0));
  }
  const here = roster.names.slice(0, roster.here).map((name, i): PlanSeat => {
    const start = roster.tenures[i]?.start;
    const end = roster.tenures[i]?.end;
    const before = start === undefined ? null : months.start - start;
    const untilKnown = end !== undefined && end < months.end ? Math.max(0, end - months.start) : null;
    return {
      name,
      kind: 'here',
      before: before !== null && before < RAMP_MONTHS ? before : null,
      starts: null,
      until: last.get(sameName(name)) ?? untilKnown,
    };
  });
  const hires = usable(plannedHires(tables), 'hires', months, issues).map(({ name, month }): PlanSeat => ({
    name,
    kind: 'hire',
    before: null,
    starts: month - months.start + 1,
    until: null,
  }));
  return { seats: [...here, ...hires], issues };
}

export const modelSeat = ({ before, starts, until }: PlanSeat): Seat => ({
  count: 1,
  from: starts ?? (before === null ? -Infinity : 1 - before),
  until: until ?? undefined,
});
