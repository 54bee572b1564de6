import { NEWEST_API, requirementSets } from '../clientApi';
import type { FaultKind } from '../faults';
import type { Host } from '../host';
import type { Book } from '../store/book';
import { settle } from '../store/calculate';
import { readValues } from '../store/cells';
import { HostFailure } from '../store/failure';
import { target } from '../store/names';

/**
 * What Excel on the web is to Microsoft's client. Messages are JSON texts in an envelope; the pane begins with asking for
 * its context. How they are carried is a line's matter: between windows of a browser, or within one of jsdom.
 */
export interface Line {
  /** To the pane. */
  readonly post: (message: string) => void;
  /** From the pane, until the result is called. */
  readonly listen: (receive: (message: string) => void) => () => void;
  /** The address of the page around the pane. */
  readonly address: string;
}

interface Envelope {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType?: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}
const REQUEST = 0;
const RESPONSE = 1;
const REGISTER_EVENT = 1;
const UNREGISTER_EVENT = 2;
const FOR_CALLING = 0;
const FOR_EVENTING = 1;
export const SERIALIZER_VERSION = 1;

const RICH_API_MESSAGE = 33;
const APP_COMMAND_INVOKED = 39;
/** Sent when Excel hides a notice for a dialog of the add-in, which the stand-in never does. */
const DIALOG_NOTICE = 11;
const EVENTS: ReadonlySet<number> = new Set([RICH_API_MESSAGE, APP_COMMAND_INVOKED, DIALOG_NOTICE]);

/** Where the keyboard goes from the pane: onward or back around the page, or into the cells. */
export type Exit = 'next' | 'previous' | 'cells';
/**
 * The client moves the focus within the pane itself, and tells when a key leads out of it: Tab at an end or from
 * nothing, Escape, F2, Ctrl+F6.
 */
const EXITS: Readonly<Record<number, Exit>> = {
  5: 'cells',
  6: 'cells',
  13: 'next',
  14: 'previous',
  15: 'cells',
  16: 'cells',
  17: 'next',
  18: 'previous',
};
const TAB_IN = 11;

/** What the web's protocol has an own number for; anything else is told in the body of the response. */
const FAULT_CODES = {
  cellEdit: 5004,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  throttled: 5102,
  sessionLost: 5012,
  accessDenied: 7000,
  dialogOpen: 5016,
  general: 5001,
} as const satisfies Record<FaultKind, number>;
const NOT_SUPPORTED = 5000;
const INTERNAL_ERROR = 5001;
const CANNOT_GO_TO = 7001;

/** What the client calls the app and the control; any text does. */
export const CONTROL = 'leadline-pane';
const EXCEL_WEB = 16;
const READ_WRITE = 1;

export interface PaneConnection {
  /** The first thing in the pane takes the focus. */
  readonly enter: () => void;
  /** Another workbook takes the place of the one before, behind the same pane. */
  readonly serve: (host: Host) => void;
  readonly disconnect: () => void;
}

/** Answers the pane at the end of a line until it is disconnected. The pane may be loaded anew meanwhile. */
export function connectPane(
  first: Host,
  line: Line,
  { conversation, onExit }: { readonly conversation: string; readonly onExit: (to: Exit) => void },
): PaneConnection {
  let host = first;
  let notices = 0;
  /** By event number, the registration that the client made: events are answers to it. */
  const registered = new Map<number, Envelope>();

  const post = (message: Readonly<Record<string, unknown>>): void =>
    line.post(JSON.stringify({ ...message, _origin: line.address, _serializerVersion: SERIALIZER_VERSION }));
  const send = (to: Envelope, responseType: number, data: unknown): void =>
    post({
      _messageType: RESPONSE,
      _actionName: to._actionName,
      _conversationId: to._conversationId,
      _correlationId: to._correlationId,
      _data: data,
      _errorCode: 0,
      _responseType: responseType,
    });
  const enter = (): void =>
    post({
      _messageType: REQUEST,
      _actionName: 'Office_notifyAgave',
      _actionType: 0,
      _conversationId: `${conversation}_ntf`,
      _correlationId: ++notices,
      _data: [TAB_IN],
    });

  function register(message: Envelope): { readonly Error: number } {
    const { eventDispId } = message._data as { eventDispId: number }; // the client wrote it
    if (!EVENTS.has(eventDispId)) {
      host.counters.missing.add(`event ${eventDispId}`);
      return { Error: NOT_SUPPORTED };
    }
    if (message._actionType === REGISTER_EVENT) registered.set(eventDispId, message);
    else registered.delete(eventDispId);
    return { Error: 0 };
  }

  async function answer(message: Envelope): Promise<void> {
    if (message._actionType === REGISTER_EVENT || message._actionType === UNREGISTER_EVENT)
      return send(message, FOR_CALLING, register(message));
    if (message._actionName === 'ContextActivationManager_getAppContextAsync') {
      // The pane was loaded, perhaps anew: whoever listened before is gone.
      registered.clear();
      host.book.listening.clear();
      return send(message, FOR_CALLING, appContext(host.book));
    }
    if (message._actionName === 'ContextActivationManager_notifyHost') {
      const [, action] = message._data as readonly [id: string, action: number]; // the client wrote it
      const to = EXITS[action];
      if (to) onExit(to);
      return;
    }
    if (message._actionName === 'executeMethod')
      return send(message, FOR_CALLING, { Version: 1, ...(await execute(host, message._data as Call)) }); // the client wrote it
    host.counters.missing.add(message._actionName);
    return send(message, FOR_CALLING, { Error: NOT_SUPPORTED });
  }

  const tell: Host['onEvents'] = (entries) => {
    const to = registered.get(RICH_API_MESSAGE);
    const isRemote = false;
    if (to) send(to, FOR_EVENTING, { ArrayData: entries.map((entry) => [...entry, isRemote]) });
  };
  function serve(next: Host): void {
    host.onEvents = undefined;
    host = next;
    host.onEvents = tell;
  }
  serve(first);
  const hangUp = line.listen((text) => {
    const message = envelopeOf(text);
    if (message) void answer(message);
  });
  return { enter, serve, disconnect: hangUp };
}

/** Other scripts of the pane may send messages, too, which are none of ours. */
function envelopeOf(text: string): Envelope | undefined {
  try {
    const message = JSON.parse(text) as Partial<Envelope> | null; // members are looked at below
    return message?._messageType === REQUEST && typeof message._actionName === 'string'
      ? (message as Envelope)
      : undefined;
  } catch {
    return undefined;
  }
}

const appContext = (book: Book) => ({
  _id: CONTROL,
  _appName: EXCEL_WEB,
  _appVersion: '16.01',
  _hostFullVersion: '16.0.0.0',
  _appUILocale: 'en-US',
  _dataLocale: 'en-US',
  _docUrl: book.name,
  _clientMode: READ_WRITE,
  _settings: [...book.settings],
  _reason: 'documentOpened',
  _requirementMatrix: JSON.stringify(requirementSets(NEWEST_API)),
  _initialDisplayMode: 0,
});

interface Call {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly [argument: string]: unknown;
}
type Result = { readonly Error: number; readonly [member: string]: unknown };

const execute = (host: Host, call: Call): Promise<Result> | Result => {
  const { DispatchId: id } = call.DdaMethod;
  const method = METHODS[id];
  if (method) return method(host, call);
  host.counters.missing.add(`method ${id}`);
  return { Error: NOT_SUPPORTED };
};

/** By dispatch number. The arguments are as the client writes them. */
const METHODS: Readonly<Record<number, (host: Host, call: Call) => Promise<Result> | Result>> = {
  /** Selected data, as a matrix. */
  64: ({ book }) => {
    settle(book);
    return { Error: 0, Data: readValues(book.selection.sheet, book.selection.area) ?? [] };
  },
  /** Settings read again. */
  75: ({ book }) => ({
    Error: 0,
    Properties: { Settings: [...book.settings].map(([Name, Value]) => ({ Name, Value })) },
  }),
  /** Settings saved: those of the pane take the place of all. */
  76: ({ book }, call) => {
    const { Properties } = call['DdaSettingsMethod'] as { Properties: readonly [string, string][] };
    book.settings.clear();
    for (const [name, json] of Properties) book.settings.set(name, json);
    return { Error: 0 };
  },
  /** Going to a name. */
  82: ({ book }, call) => {
    const { Id } = call['DdaGoToByIdMethod'] as { Id: string };
    const place = target(book, book.names.get(Id.toLowerCase())?.formula ?? '');
    if (!place) return { Error: CANNOT_GO_TO };
    book.active = place.sheet;
    book.selection = place;
    return { Error: 0 };
  },
  /** Excel's own API. */
  93: async (host, call) => {
    const data = call['ArrayData'] as readonly unknown[];
    const [body, flags] = [String(data[4]), Number(data[6])];
    try {
      const answer = await host.answer(body, flags);
      if (answer.refused) return { Error: FAULT_CODES[answer.refused] };
      return { Error: 0, Data: [200, [], answer.body] };
    } catch (bug) {
      // A fault of the stand-in itself must not look like one of Excel's.
      console.error('A fault of the stand-in:', bug instanceof HostFailure ? bug.message : bug);
      return { Error: INTERNAL_ERROR };
    }
  },
  /** A command of the ribbon was done. */
  94: () => ({ Error: 0 }),
};
