/** A weighted pipeline: what to expect on average, and how far chance alone takes it from there. */
export interface Weighted {
  /** Σ amount × probability. */
  readonly total: number;
  /** √Σ amount²·p(1 − p): deals independent of each other. */
  readonly sd: number;
  /** Deals with both an amount and a probability. */
  readonly deals: number;
}

/** Deals without an amount or a probability (NaN) are left out. Null when there is no deal left. */
export function weighted(amount: ArrayLike<number>, probability: ArrayLike<number>): Weighted | null {
  let [total, variance, deals] = [0, 0, 0];
  for (let i = 0; i < amount.length; i++) {
    const [a, p] = [amount[i]!, probability[i]!];
    if (Number.isNaN(a) || Number.isNaN(p)) continue;
    total += a * p;
    variance += a * a * p * (1 - p);
    deals++;
  }
  return deals === 0 ? null : { total, sd: Math.sqrt(variance), deals };
}
