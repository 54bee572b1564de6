import type { ModellingLimit } from '../finding';

/** What the models of plans cannot tell. */
export const MODELLING_LIMITS: Readonly<Record<ModellingLimit, string>> = {
  noAttainments:
    'No period of the plans is over, so the spread of attainment is assumed (mean 100%, σ 0.5): set it on the Inputs sheet.',
  fewAttainments:
    'Fewer than 12 attainments are known, so these are drawn again as they are: the percentiles of the cost are rough.',
  quotasEnd:
    'The quotas do not reach to the end of the plan year. What is paid by attainment after them is in no expected cost, curve or income: add the quotas of the whole year.',
  dealByDeal:
    'Some components pay deal by deal. Their cost is that of the deals in the data, each larger or smaller in proportion.',
  recoverableDraw:
    'Draws that are paid back and holdback move pay from one period to another: the expected cost leaves them out.',
  clawbackLeftOut: 'What cancelled deals take back is not in the expected cost.',
  measuresApart:
    'Different measures are drawn independently of each other. Where they rise and fall together, the percentiles of the cost lie further apart.',
};
