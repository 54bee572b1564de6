import { reference } from './reference';

/** Times of groups with R's tests of them. */
export interface GrayCase {
  readonly name: string;
  readonly input: {
    readonly time: readonly number[];
    readonly event: readonly number[];
    readonly group: readonly string[];
  };
  readonly expected: {
    readonly gray_tests: readonly {
      readonly cause: string;
      readonly stat: number;
      readonly p: number;
      readonly df: number;
    }[];
  };
}
export interface LogRankCase {
  readonly name: string;
  readonly input: {
    readonly time: readonly number[];
    readonly status: readonly number[];
    readonly group: readonly string[];
    readonly strata?: readonly string[];
  };
  readonly expected: Readonly<Record<'observed' | 'expected_events', readonly number[]>> &
    Readonly<Record<'logrank_chisq' | 'df' | 'logrank_p' | 'peto_rho1_chisq' | 'peto_p', number>>;
}

/** cmprsk 2.2-11. */
export const grayCases = (): readonly GrayCase[] => reference<GrayCase>('gray_test_mgus2').cases;
/** survival 3.5-3. */
export const logRankCases = (): readonly LogRankCase[] => reference<LogRankCase>('logrank_lung').cases;
