import type { Book } from './store/book';

/** What can go wrong between the add-in and Excel, by the code that the client reports. */
export const FAULTS = {
  cellEdit: ['InvalidOperationInCellEditMode', 'Excel is in cell-editing mode.'],
  requestTooLarge: ['RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.'],
  responseTooLarge: ['ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'],
  throttled: ['ActivityLimitReached', 'Activity limit has been reached.'],
  sessionLost: ['InvalidOrTimedOutSession', 'Your Office session has expired or is invalid.'],
  accessDenied: ['AccessDenied', 'You cannot perform the requested operation.'],
  dialogOpen: [
    'WriteNotSupportedWhenModalDialogOpen',
    'Write operations are not supported while a dialog is open.',
  ],
  general: ['GeneralException', 'There was an internal error while processing the request.'],
} as const satisfies Record<string, readonly [code: string, message: string]>;
export type FaultKind = keyof typeof FAULTS;

export interface Faults {
  /**
   * The request after `after` more ones fails, `times` times (once when absent). `late`: Excel has done the first such
   * request, and only its answer is lost.
   */
  readonly inject: (
    kind: FaultKind,
    options?: { readonly after?: number; readonly times?: number; readonly late?: boolean },
  ) => void;
  /** Before the request after `after` more ones, a person changes the workbook. */
  readonly userActs: (act: (book: Book) => void, after?: number) => void;
  /** A person starts typing into a cell: requests fail, or wait when the add-in asked for it. */
  readonly startCellEdit: () => void;
  readonly endCellEdit: () => void;
  readonly clear: () => void;
}

interface Pending {
  after: number;
  times: number;
  late: boolean;
  readonly kind: FaultKind | null;
  readonly act: ((book: Book) => void) | null;
}

/** The faults, and the gate through which each request passes: it gives the fault that this request meets. */
export function makeFaults(book: Book) {
  let pending: Pending[] = [];
  let editing: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  const faults: Faults = {
    inject: (kind, { after = 0, times = 1, late = false } = {}) =>
      void pending.push({ after, times, late, kind, act: null }),
    userActs: (act, after = 0) => void pending.push({ after, times: 1, late: false, kind: null, act }),
    startCellEdit: () => {
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => (end = resolve));
      editing = { ended, end };
    },
    endCellEdit: () => {
      editing?.end();
      editing = null;
    },
    clear: () => {
      pending = [];
      faults.endCellEdit();
    },
  };

  async function gate(
    waitsForCellEdit: boolean,
  ): Promise<{ readonly kind: FaultKind; readonly late: boolean } | null> {
    if (editing) {
      if (!waitsForCellEdit) return { kind: 'cellEdit', late: false };
      await editing.ended;
    }
    let met: { readonly kind: FaultKind; readonly late: boolean } | null = null;
    for (const fault of pending) {
      if (fault.after-- > 0) continue;
      fault.times--;
      fault.act?.(book);
      if (fault.kind) met ??= { kind: fault.kind, late: fault.late };
      fault.late = false;
    }
    pending = pending.filter((fault) => fault.times > 0);
    return met;
  }
  return { faults, gate };
}
