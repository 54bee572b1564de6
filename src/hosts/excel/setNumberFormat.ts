/** Excel gives a single number format to all cells of a range; its types know only the matrix of them. */
export function setNumberFormat(range: Excel.Range, format: string): void {
  range.numberFormat = format as unknown as string[][];
}
