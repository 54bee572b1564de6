import { readFileSync } from 'node:fs';
import type { Host } from '../host';
import { isSetSupported } from '../clientApi';

/**
 * Transport B: Microsoft's unmodified Excel client in Node, its requests handed to the host by the native bridge that the
 * client itself knows. The script runs in the global scope, as in a page, so that its arrays are those of the tests.
 */
interface Bridge {
  sendMessageToHost(json: string): void;
  onMessageFromHost?: (json: string) => void;
}
interface Client {
  _richApiNativeBridge?: Bridge;
  Excel?: typeof Excel;
  OSF?: { _OfficeAppFactory?: { getContext: () => unknown } };
}

/** Messages of this type carry events. */
const EVENT = 3;
const CLIENT = require.resolve('@microsoft/office-js/dist/excel-web-16.00.js');

/** What the script touches of a page while it loads; nothing of it is used later. */
function pretendPage(): void {
  const page: Record<string, unknown> = {
    window: globalThis,
    location: { protocol: 'https:', search: '', hash: '', href: 'https://localhost/' },
    navigator: { userAgent: 'Node' },
    localStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
    document: { getElementsByTagName: () => [], createElement: () => ({}), getElementById: () => null },
  };
  for (const [name, value] of Object.entries(page))
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

let connected: Host | undefined;

function loadClient(): typeof Excel {
  const client = globalThis as Client;
  if (client.Excel) return client.Excel;
  const bridge: Bridge = {
    sendMessageToHost: (json) => {
      const host = connected;
      if (!host) throw new Error('No stand-in host is connected.');
      const { id, flags, message } = JSON.parse(json) as {
        id: number;
        flags: number;
        message: { body: unknown };
      };
      void host.answer(JSON.stringify(message.body), flags).then(
        ({ body }) => reply(id, 200, body),
        // A fault of the stand-in itself must not look like one of Excel's.
        (bug: unknown) =>
          reply(
            id,
            500,
            JSON.stringify({
              error: { code: 'StandInBug', message: bug instanceof Error ? bug.stack : String(bug) },
            }),
          ),
      );
    },
  };
  const reply = (id: number, statusCode: number, body: string): void =>
    bridge.onMessageFromHost?.(JSON.stringify({ id, message: { statusCode, headers: {}, body } }));
  client._richApiNativeBridge = bridge;
  pretendPage();
  const complain = console.log;
  console.log = () => undefined; // The client reports the missing page on the console.
  try {
    // Indirect eval: a classic script in the global scope, as a page runs it.
    (0, eval)(readFileSync(CLIENT, 'utf8'));
  } finally {
    console.log = complain;
  }
  if (!client.Excel) throw new Error('The Excel client did not load.');
  return client.Excel;
}

/** Puts a host behind the client; only one is connected at a time. `newestApi` is the minor version of ExcelApi offered. */
export function connect(host: Host, newestApi: number): typeof Excel {
  const excel = loadClient();
  connected = host;
  const bridge = (globalThis as Client)._richApiNativeBridge;
  host.onEvents = (entries) =>
    bridge?.onMessageFromHost?.(JSON.stringify({ type: EVENT, message: { entries } }));
  // office.js, which is not loaded here, would have this factory; the client asks it what the host supports.
  const context = { platform: 'OfficeOnline', requirements: { isSetSupported: isSetSupported(newestApi) } };
  ((globalThis as Client).OSF ?? {})._OfficeAppFactory = { getContext: () => context };
  return excel;
}
