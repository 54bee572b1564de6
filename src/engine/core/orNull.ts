/** What is not known, absent or NaN in a column, is null in a finding: JSON and sheets have no NaN. */
export const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;
