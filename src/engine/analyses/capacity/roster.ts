import type { Months } from '../../core/months';
import type { Issue } from '../../core/issue';
import { issue } from '../../core/issue';
import { isoOf, monthStart, type Day } from '../../core/day';
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
  /** Of the people sheet, those who start after the as-of day: hires that are known already. */
  readonly joining: readonly {
    readonly name: string;
    readonly start: number;
    readonly end: number | undefined;
  }[];
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
    const nameOf = (row: number): string => people.person.labels[people.person.codes[row]!] ?? '';
    return {
      names: all.map(nameOf),
      tenures: all.map((row) => ({ start: monthIn(people, 'start', row), end: monthIn(people, 'end', row) })),
      here: here!.length,
      joining: rows.flatMap((row) => {
        const start = monthIn(people, 'start', row);
        return start !== undefined && people.numbers['start']![row]! > asOf
          ? [{ name: nameOf(row), start, end: monthIn(people, 'end', row) }]
          : [];
      }),
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
    joining: [],
    fromPeople: false,
  };
}

/** A row of the tables of hires and leavers that cannot be used, in words for the person who wrote it. */
function usable(
  rows: readonly NamedMonth[],
  table: 'hires' | 'leavers',
  months: Months,
  asOf: Day,
  issues: Issue[],
): readonly (NamedMonth & { readonly month: number })[] {
  return rows.flatMap((row) => {
    if (row.month === undefined || row.day === undefined)
      issues.push(issue('hiringDateUnreadable', 'warning', { table, name: row.name }));
    else if (row.day <= asOf)
      issues.push(
        issue('hiringDatePast', 'warning', {
          table,
          name: row.name,
          day: isoOf(row.day),
          asOf: isoOf(asOf),
        }),
      );
    else if (row.month >= months.end)
      issues.push(issue('hiringDateBeyond', 'note', { table, name: row.name }));
    else return [{ ...row, month: row.month }];
    return [];
  });
}

/** The last full month of the plan of somebody whose last month is known; null: stays. */
const lastMonth = (end: number | undefined, months: Months): number | null =>
  end !== undefined && end < months.end ? Math.max(0, end - months.start) : null;

/**
 * Those here today, less the months of named leavers, and the hires: planned ones, and those whom the people sheet has from
 * a later day on. Who starts before the plan does counts from its first month on; who leaves before, in none of it.
 */
export function seatsOf(
  roster: Roster,
  tables: EditedTables,
  months: Months,
  asOf: Day,
): { readonly seats: readonly PlanSeat[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const last = new Map<string, number>();
  const names = new Set(
    [...roster.names.slice(0, roster.here), ...roster.joining.map(({ name }) => name)].map(sameName),
  );
  for (const { name, month, day } of usable(namedLeavers(tables), 'leavers', months, asOf, issues)) {
    if (!names.has(sameName(name))) issues.push(issue('leaverUnknown', 'warning', { name }));
    // A month counts when its last day is worked.
    const whole = day !== undefined && day + 1 === monthStart(month + 1);
    last.set(sameName(name), Math.max(0, month - months.start + (whole ? 1 : 0)));
  }
  const here = roster.names.slice(0, roster.here).map((name, i): PlanSeat => {
    const start = roster.tenures[i]?.start;
    const end = roster.tenures[i]?.end;
    const before = start === undefined ? null : months.start - start;
    return {
      name,
      kind: 'here',
      before: before !== null && before < RAMP_MONTHS ? before : null,
      starts: null,
      until: last.get(sameName(name)) ?? lastMonth(end, months),
    };
  });
  const hire = (name: string, start: number, until: number | null): PlanSeat => ({
    name,
    kind: 'hire',
    before: null,
    starts: Math.max(1, start - months.start + 1),
    until,
  });
  const planned = usable(plannedHires(tables), 'hires', months, asOf, issues);
  const inTable = new Set(planned.map(({ name }) => sameName(name)));
  const hires = [
    ...roster.joining
      .filter(({ name, start }) => start < months.end && !inTable.has(sameName(name)))
      .map(({ name, start, end }) => hire(name, start, last.get(sameName(name)) ?? lastMonth(end, months))),
    ...planned.map(({ name, month }) => hire(name, month, null)),
  ];
  return { seats: [...here, ...hires], issues };
}

export const modelSeat = ({ before, starts, until }: PlanSeat): Seat => ({
  count: 1,
  from: starts ?? (before === null ? -Infinity : 1 - before),
  until: until ?? undefined,
});
