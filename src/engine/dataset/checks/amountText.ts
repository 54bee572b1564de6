/** Cents as "1234.50", for facts; wording adds separators. */
export const amountText = (cents: number): string => (cents / 100).toFixed(2);
