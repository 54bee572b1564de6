import type { Ref } from '../../../report/report';
import { expr, type Expr } from './expr';
import { QUOTA, type PayTableContext } from './payTable';

/**
 * A bound in the unit of the credit: an amount as it stands, an attainment × quota, to a ten-thousandth of a cent (0.8 ×
 * quota is not exact in binary). The engine rounds alike (`snapped`).
 */
export const bound = ({ component: { bandsOf = 'attainment' } }: PayTableContext, cell: Ref): Expr =>
  bandsOf === 'attainment' ? expr`ROUND(${cell}*${QUOTA},6)` : [cell];
