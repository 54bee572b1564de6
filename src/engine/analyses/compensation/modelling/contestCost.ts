/** A SPIFF or a contest as it is planned (C9); money in cents. */
export interface ContestPlan {
  /** Paid for each unit or deal sold while it runs. */
  readonly prize: number;
  /** Paid whatever is sold: places of a contest, trips, prizes. */
  readonly fixed: number;
  /** Units or deals that would be sold in this time without it. */
  readonly usual: number;
  /** How many more are expected with it, as a share of the usual ones. */
  readonly lift: number;
  /** Gross margin of one unit or deal. */
  readonly margin: number;
}

export interface ContestCost {
  readonly units: number;
  readonly cost: number;
  /** Margin of the units that would not have been sold without it. */
  readonly extraMargin: number;
  /** extraMargin − cost. */
  readonly net: number;
  /**
   * The lift at which the extra margin just pays for the cost: (prize × usual + fixed) ÷ ((margin − prize) × usual). The
   * prize is paid on the usual units too, which is what makes a SPIFF dear. Null where no lift pays for it.
   */
  readonly breakEven: number | null;
}

export function contestCost({ prize, fixed, usual, lift, margin }: ContestPlan): ContestCost {
  const units = usual * (1 + lift);
  const cost = prize * units + fixed;
  const extraMargin = margin * usual * lift;
  const dear = prize * usual + fixed;
  return {
    units,
    cost,
    extraMargin,
    net: extraMargin - cost,
    breakEven: margin > prize && usual > 0 ? dear / ((margin - prize) * usual) : dear === 0 ? 0 : null,
  };
}
