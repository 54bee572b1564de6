/**
 * The team month by month, in expectation. Months of the plan count from 1. A seat is a person, or a cohort of people who
 * start in the same month; everybody leaves with the same monthly probability, whatever the tenure.
 */
export interface Seat {
  /** People of this seat at its start; a cohort of backfills may be a fraction. */
  readonly count: number;
  /** Month of the plan in which the first month of work lies; 0 or less: before the plan, −∞ (ramped): unknown. */
  readonly from: number;
  /** Last month of the plan that is worked in full; undefined: stays. */
  readonly until: number | undefined;
}

export interface TeamRules {
  readonly months: number;
  /** Share of a ramped person's productivity in month of work 1, 2, …; afterwards 1. */
  readonly ramp: readonly number[];
  /** Probability of leaving in a month. */
  readonly leaves: number;
  /** Whole months between the month of leaving and the successor's first one; undefined: nobody is replaced. */
  readonly timeToFill: number | undefined;
}

export interface TeamMonth {
  /** At the start of the month, newcomers of the month included. */
  readonly staff: number;
  readonly joined: number;
  readonly backfills: number;
  /** Expected to leave at the end of the month, beside those named. */
  readonly leavers: number;
  readonly namedLeavers: number;
  /** Ramped equivalents: people, each weighed with the ramp. */
  readonly ramped: number;
}

/** 1 − (1 − yearly)^(1/12): twelve such months lose the yearly share. */
export const monthlyAttrition = (yearly: number): number => 1 - (1 - yearly) ** (1 / 12);

const enters = (seat: Seat): number => Math.max(1, seat.from);

/** The share of a seat's people who are there in a month: all in its first month, then fewer by attrition. */
const remaining = (seat: Seat, month: number, { leaves }: TeamRules): number =>
  month < seat.from || month > (seat.until ?? Infinity)
    ? 0
    : seat.count * (1 - leaves) ** (month - enters(seat));

const rampedShare = (ramp: readonly number[], monthOfWork: number): number => ramp[monthOfWork - 1] ?? 1;

/** Ramped equivalents of a seat in a month of the plan. */
export const rampedOf = (seat: Seat, month: number, rules: TeamRules): number =>
  remaining(seat, month, rules) * rampedShare(rules.ramp, month - seat.from + 1);

/** The team of these seats and the successors of those who leave. */
export function teamOf(seats: readonly Seat[], rules: TeamRules): readonly TeamMonth[] {
  const { months, leaves, timeToFill } = rules;
  const cohorts: Seat[] = [];
  const found: TeamMonth[] = [];
  for (let month = 1; month <= months; month++) {
    // Who left at the end of a month is replaced after the months that filling takes.
    const leftIn = timeToFill === undefined ? 0 : month - 1 - timeToFill;
    const left = found[leftIn - 1];
    const gone = timeToFill === undefined ? 0 : (left ? left.leavers : 0) + namedIn(seats, leftIn, rules);
    const backfill: Seat = { count: gone, from: month, until: undefined };
    cohorts.push(backfill);
    const all = [...seats, ...cohorts];
    const staff = all.reduce((sum, seat) => sum + remaining(seat, month, rules), 0);
    found.push({
      staff,
      joined: seats.reduce((sum, { from, count }) => sum + (from === month ? count : 0), 0),
      backfills: gone,
      leavers: leaves * staff,
      namedLeavers: seats.filter(({ until }) => until === month).length,
      ramped: all.reduce((sum, seat) => sum + rampedOf(seat, month, rules), 0),
    });
  }
  return found;
}

/** Named leavers of a month who are expected still to be there when it ends. */
const namedIn = (seats: readonly Seat[], month: number, { leaves }: TeamRules): number =>
  seats.reduce(
    (sum, seat) =>
      seat.until === month && month >= seat.from
        ? sum + seat.count * (1 - leaves) ** (month + 1 - enters(seat))
        : sum,
    0,
  );

export const rampedTotal = (team: readonly TeamMonth[]): number =>
  team.reduce((sum, { ramped }) => sum + ramped, 0);
