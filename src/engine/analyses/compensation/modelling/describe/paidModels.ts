import type { ModellingFinding, PlanModel, TypicalPay } from '../finding';

/** A plan with somebody to pay. */
export type PaidModel = PlanModel & { readonly typical: TypicalPay };

/** More lines cannot be told apart. */
const MOST_PLANS = 6;
export const paidModels = ({ models }: ModellingFinding): readonly PaidModel[] =>
  models
    .flatMap((model) => (model.typical ? [{ ...model, typical: model.typical }] : []))
    .slice(0, MOST_PLANS);
