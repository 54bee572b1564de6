/** A result sheet in the workbook. */
export interface WrittenSheet {
  /** The report sheet's id. */
  readonly id: string;
  readonly name: string;
  /** False when it was made by this write. */
  readonly refreshed: boolean;
}
