import { CORRELATIONS, type ForecastAssumptions } from './assumptions';
import { correlationOf } from './correlation';
import type { Past } from './model';

export interface CorrelationUsed {
  readonly used: number;
  /** By the past; null when it was not fitted, or cannot be. */
  readonly fitted: number | null;
  /** Past months that it was fitted to. */
  readonly months: number;
}

/** The correlation in force: as chosen, or as fitted to the past; where that is too short, a little. */
export function correlationUsed(
  past: Past,
  { correlation, atRisk }: Pick<ForecastAssumptions, 'correlation' | 'atRisk'>,
): CorrelationUsed {
  if (correlation !== 'fitted') return { used: CORRELATIONS[correlation], fitted: null, months: 0 };
  const { rho, months } = correlationOf(past, atRisk);
  return { used: rho ?? CORRELATIONS.usual, fitted: rho, months };
}
