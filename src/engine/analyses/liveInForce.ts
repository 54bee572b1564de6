import { input, thisRow, type Part } from '../report/formula';

/**
 * `amountInForce` as a formula in a table's row: what a person set on the Inputs sheet, else what the data say, and so many
 * times that ("*…"); blank where neither tells.
 */
export const liveInForce = (id: string, fromData: string, times: readonly Part[] = []): readonly Part[] => [
  ...['IF(', input(id), '>0,', input(id), ...times, ',IF(', thisRow(fromData), '="","",', thisRow(fromData)],
  ...[...times, '))'],
];
