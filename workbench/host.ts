import type { FaultKind, Faults } from './faults';
import { FAULTS, makeFaults } from './faults';
import type { Session } from './richApi/interpreter';
import { processQuery } from './richApi/interpreter';
import { workbookObject } from './richApi/objects/workbook';
import type { WireRequest, WireResponse } from './richApi/protocol';
import { ACTION } from './richApi/protocol';
import type { Book } from './store/book';
import { hasFormulas } from './store/calculate';
import { writeCells } from './store/cells';
import { formulaEngineReady } from './store/formulaEngine';
import { parseAddress } from './store/rect';
import { sheetNamed } from './store/sheets';

/** Excel on the web takes and gives 5 MB at once. */
export const PAYLOAD_LIMIT = 5 * 1024 * 1024;
const DELAY_FOR_CELL_EDIT = 64;

export interface Counters {
  requests: number;
  largestRequest: number;
  largestResponse: number;
  /** Members asked for that the stand-in has not been taught, "Worksheet.GetNext". */
  readonly missing: Set<string>;
}

/** The body of a response. `refused`: none of it was looked at; transports that have their own way say so in that. */
export interface Answer {
  readonly body: string;
  readonly refused?: FaultKind;
}

/** The stand-in behind every transport: a request body in, a response body out. */
export interface Host {
  readonly book: Book;
  readonly faults: Faults;
  readonly counters: Counters;
  readonly answer: (body: string, flags: number) => Promise<Answer>;
  /** A person types into a cell: stored as typed, and told to the add-in when it listens. */
  readonly personTypes: (sheet: string, address: string, text: string | number | boolean) => void;
  /** Calls `listener` after the add-in or a person may have changed the workbook, until the result is called. */
  readonly onChange: (listener: () => void) => () => void;
  /** Where events go; set by the transport. */
  onEvents: ((entries: readonly EventEntry[]) => void) | undefined;
}

/** Category, type, target, message as JSON, id: as the client takes them. */
export type EventEntry = readonly [
  category: number,
  type: number,
  target: string,
  message: string,
  id: number,
];
const RICH_API_EVENT = 65536;
const CHANGED = 10;

/** The client's own tidying after a run, which it repeats for a quarter of a minute when it fails: no fault meets it. */
const isTidying = ({ Actions }: WireRequest): boolean =>
  Actions.every((a) => a.ActionType === ACTION.instantiate || a.Name === '_RemoveReference') &&
  Actions.some((a) => a.Name === '_RemoveReference');

export function makeHost(book: Book, { isKnown, isOffered }: Pick<Session, 'isKnown' | 'isOffered'>): Host {
  const counters: Counters = { requests: 0, largestRequest: 0, largestResponse: 0, missing: new Set() };
  const session: Session = { kept: new Map(), missing: counters.missing, isKnown, isOffered };
  const { faults, gate } = makeFaults(book);
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());

  const refusal = (kind: FaultKind): Answer => {
    const [Code, Message] = FAULTS[kind];
    const response: WireResponse = {
      Results: [],
      TraceIds: [],
      Error: { Code, Message, Location: '', ActionIndex: -1, HttpStatusCode: 400 },
    };
    return { body: JSON.stringify(response), refused: kind };
  };

  const host: Host = {
    book,
    onEvents: undefined,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    personTypes: (name, address, text) => {
      const sheet = sheetNamed(book, name);
      writeCells(sheet, parseAddress(address), text);
      changed();
      if (!book.enableEvents || !book.listening.has('changed')) return;
      const message = JSON.stringify({
        changeType: 'RangeEdited',
        source: 'Local',
        worksheetId: sheet.id,
        address,
      });
      host.onEvents?.([[RICH_API_EVENT, CHANGED, 'Workbook', message, 0]]);
    },
    faults,
    counters,
    answer: async (body, flags) => {
      if (body.includes('"=') || hasFormulas(book)) await formulaEngineReady();
      // The client wrote it; members are checked as they are met.
      const request = JSON.parse(body) as WireRequest;
      const play = (): string => {
        const response = processQuery(request, () => workbookObject(book), session);
        changed();
        return JSON.stringify(response);
      };
      if (isTidying(request)) return { body: play() };
      counters.requests++;
      counters.largestRequest = Math.max(counters.largestRequest, body.length);
      const fault = await gate((flags & DELAY_FOR_CELL_EDIT) !== 0);
      if (fault?.late) play();
      if (fault) return refusal(fault.kind);
      if (body.length > PAYLOAD_LIMIT) return refusal('requestTooLarge');
      const response = play();
      if (response.length > PAYLOAD_LIMIT) return refusal('responseTooLarge');
      counters.largestResponse = Math.max(counters.largestResponse, response.length);
      return { body: response };
    },
  };
  return host;
}
