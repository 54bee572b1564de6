import { issue, type Issue, type IssueCode, type IssueFacts, type Severity } from '../../../core/issue';
import type { PlanRow } from '../../../dataset/dataset';
import type { BandsOf, Plan } from '../plan';

/** What a check of plans has to say: about which part of the plan, and in which of its columns. */
export interface PlanRemark {
  /** The component, tier or modifier; absent: the plan as a whole. */
  readonly part?: object;
  readonly column?: string;
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly facts: IssueFacts[IssueCode];
}

/** A check looks at a plan and returns remarks; it changes nothing. */
export type PlanCheck = (plan: Plan) => readonly PlanRemark[];

export const remark = <C extends IssueCode>(
  code: C,
  facts: IssueFacts[C],
  part?: object,
  column?: string,
  severity: Severity = 'blocking',
): PlanRemark => ({ code, severity, facts, ...(part && { part }), ...(column !== undefined && { column }) });

/** Remarks as issues that point at the cell that the part was typed in. */
export const located = (
  remarks: readonly PlanRemark[],
  rowOf: ReadonlyMap<object, PlanRow>,
): readonly Issue[] =>
  remarks.map(({ part, column, code, severity, facts }) =>
    // `remark` has checked that the facts are those of the code.
    issue(code, severity, facts as never, part && rowOf.get(part)?.place?.(column)),
  );

const plain = (value: number): string => String(Number(value.toPrecision(12)));

/** A bound as a person types it: "50%", "100000", "24 months". */
export const boundText = (bound: number, bandsOf: BandsOf): string =>
  bandsOf === 'attainment' || bandsOf === 'margin'
    ? `${plain(bound * 100)}%`
    : bandsOf === 'term'
      ? `${plain(bound)} months`
      : plain(bound);

export const bandText = (from: number, to: number | undefined, bandsOf: BandsOf): string =>
  to === undefined
    ? `${boundText(from, bandsOf)} and more`
    : `${boundText(from, bandsOf)} to ${boundText(to, bandsOf)}`;

export const percentText = (share: number): string => `${plain(share * 100)}%`;
