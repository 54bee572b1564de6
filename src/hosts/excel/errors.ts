/** What went wrong with Excel, for a person: what it is, what to do, and whether trying again can help. */
export interface ExcelProblem {
  readonly title: string;
  readonly message: string;
  readonly nextStep: string;
  /** True when the same click may well succeed. */
  readonly retry: boolean;
  /** Codes and statements, for "Copy details" only. */
  readonly details: string;
}
type Wording = Omit<ExcelProblem, 'details'>;

/** Leadline's own reasons to stop, next to Excel's error codes. */
export type OwnCode =
  'WorkbookProtected' | 'SheetProtected' | 'SheetNameTaken' | 'TableNameTaken' | 'SheetMissing' | 'ApiTooOld';

const NOTHING_LOST = 'Your own sheets have not been changed.';

const WORDINGS = {
  InvalidOperationInCellEditMode: {
    title: 'A cell is being edited',
    message: 'Excel does not let Leadline work while you are typing in a cell.',
    nextStep: 'Press Enter or select another cell, then try again.',
    retry: true,
  },
  RequestPayloadSizeLimitExceeded: {
    title: 'Too much to write at once',
    message: `Excel accepts 5 MB at a time and this part is larger. ${NOTHING_LOST}`,
    nextStep: 'Try again. If it happens again, analyse fewer sheets or a shorter period.',
    retry: true,
  },
  ResponsePayloadSizeLimitExceeded: {
    title: 'Too much to read at once',
    message: 'Excel returns 5 MB at a time and one row of a sheet holds more than that.',
    nextStep: 'Shorten the very long texts on that sheet, or leave the sheet out.',
    retry: false,
  },
  RangeExceedsLimit: {
    title: 'A sheet is too large to read at once',
    message: 'Excel does not hand over that many cells at a time.',
    nextStep: 'Try again. If it happens again, remove stray cells far from your data.',
    retry: true,
  },
  AccessDenied: {
    title: 'Excel refused the change',
    message: `The workbook, a sheet or your permission does not allow it. ${NOTHING_LOST}`,
    nextStep: 'Check on the Review tab whether something is protected, or open the workbook for editing.',
    retry: true,
  },
  WorkbookProtected: {
    title: 'The workbook is protected',
    message: 'Its structure is protected, so Leadline cannot add sheets. Nothing has been written.',
    nextStep: 'On the Review tab, choose Protect Workbook to lift the protection, then try again.',
    retry: true,
  },
  SheetProtected: {
    title: 'A result sheet is protected',
    message: 'Leadline never lifts a protection that you have set. Nothing has been written.',
    nextStep: 'Unprotect the sheet on the Review tab, then try again.',
    retry: true,
  },
  SheetNameTaken: {
    title: 'A sheet name has been taken',
    message: 'A sheet with the name meant for a result sheet appeared meanwhile. Nothing has been written.',
    nextStep: 'Run the analysis again; Leadline then takes a free name.',
    retry: true,
  },
  TableNameTaken: {
    title: 'A table name is in use',
    message: 'One of your own tables has the name that a result table needs. Nothing has been written.',
    nextStep: 'Rename that table on the Table Design tab, then try again.',
    retry: true,
  },
  SheetMissing: {
    title: 'The sheet is no longer there',
    message: 'It was renamed, hidden or deleted after Leadline read it.',
    nextStep: 'Read the workbook again.',
    retry: false,
  },
  ItemNotFound: {
    title: 'Something is no longer there',
    message: 'A sheet, table or chart was renamed or deleted while Leadline was working.',
    nextStep: 'Try again; Leadline repairs its own sheets.',
    retry: true,
  },
  ItemAlreadyExists: {
    title: 'A name is in use',
    message: 'A sheet, table or name that Leadline needs exists already.',
    nextStep: 'Rename it, then try again.',
    retry: true,
  },
  GeneralException: {
    title: 'Excel could not do that just now',
    message: 'This happens when another workbook or window has the focus.',
    nextStep: 'Click into this workbook, then try again.',
    retry: true,
  },
  ActivityLimitReached: {
    title: 'Excel is busy',
    message: 'Excel is receiving more work than it takes at the moment.',
    nextStep: 'Wait a few seconds, then try again.',
    retry: true,
  },
  InvalidOrTimedOutSession: {
    title: 'The connection to Excel was lost',
    message:
      'The workbook was closed, reloaded or left alone for too long. What was being written may be incomplete.',
    nextStep: 'Reload the workbook, open Leadline and write the results again; they are then completed.',
    retry: true,
  },
  WriteNotSupportedWhenModalDialogOpen: {
    title: 'A dialog is open in Excel',
    message: 'Excel does not accept changes while one of its dialogs is open.',
    nextStep: 'Close the dialog, then try again.',
    retry: true,
  },
  FilteredRangeConflict: {
    title: 'A filter is in the way',
    message: 'Excel does not write into filtered rows.',
    nextStep: 'Clear the filters on the result sheet, then try again.',
    retry: true,
  },
  InsertDeleteConflict: {
    title: 'Rows could not be moved',
    message:
      'Something on a result sheet, such as a merged cell or another table, is in the way of a growing table.',
    nextStep: 'Move it to another sheet, or remove the results and write them afresh.',
    retry: true,
  },
  ApiNotFound: {
    title: 'This Excel is too old',
    message: 'Leadline needs a version of Excel that supports ExcelApi 1.13.',
    nextStep: 'Update Excel, or use Excel on the web.',
    retry: false,
  },
} as const satisfies Record<string, Wording>;

/** The same trouble by the other names that versions of Excel use for it. */
const SAME_AS: Readonly<Record<string, keyof typeof WORDINGS>> = {
  TooManyRequests: 'ActivityLimitReached',
  RequestAborted: 'ActivityLimitReached',
  Timeout: 'ActivityLimitReached',
  ConnectionFailure: 'InvalidOrTimedOutSession',
  InactiveWorkbook: 'GeneralException',
  OperationCellsExceedLimit: 'RangeExceedsLimit',
  MergedRangeConflict: 'InsertDeleteConflict',
  ApiNotAvailable: 'ApiNotFound',
  ApiTooOld: 'ApiNotFound',
};

const UNEXPECTED: Wording = {
  title: 'Something unexpected happened in Excel',
  message: `Excel reported an error that Leadline does not know. ${NOTHING_LOST}`,
  nextStep: 'Try again. If it happens again, copy the details and send them to us.',
  retry: true,
};

/** Errors after which the same request usually succeeds a moment later. */
const TRANSIENT: ReadonlySet<string> = new Set([
  'ActivityLimitReached',
  'TooManyRequests',
  'RequestAborted',
  'Timeout',
  'GeneralException',
  'InvalidOperationInCellEditMode',
]);

/** Thrown by this host for its own reasons; `what` names the sheet or table concerned. */
export class ExcelStop extends Error {
  constructor(
    readonly code: OwnCode,
    readonly what: string,
  ) {
    super(`${code}: ${what}`);
    this.name = 'ExcelStop';
  }
}

/** Microsoft's error and ours have a code; anything else has none. */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

export const isTransient = (error: unknown): boolean => TRANSIENT.has(codeOf(error) ?? '');

const isWorded = (code: string): code is keyof typeof WORDINGS => Object.hasOwn(WORDINGS, code);

function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const debug: unknown = 'debugInfo' in error ? error.debugInfo : undefined;
  return [
    `${codeOf(error) ?? error.name}: ${error.message}`,
    ...(debug ? [JSON.stringify(debug, null, 2)] : []),
  ].join('\n');
}

/** Any error of this host in words. Cancelling is not a problem and must be told apart before. */
export function problemOf(error: unknown): ExcelProblem {
  const code = codeOf(error) ?? '';
  const known = isWorded(code) ? code : Object.hasOwn(SAME_AS, code) ? SAME_AS[code] : undefined;
  const wording: Wording = known ? WORDINGS[known] : UNEXPECTED;
  const named = error instanceof ExcelStop ? `${wording.message} (${error.what})` : wording.message;
  return { ...wording, message: named, details: detailsOf(error) };
}
