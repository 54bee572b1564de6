import type { Line } from './webProtocol';
import { CONTROL, SERIALIZER_VERSION } from './webProtocol';

/** Transport A: the page around the pane's frame, as Excel on the web has it. The pane says who it is by its frame. */
export interface PaneFrame {
  readonly src: string;
  readonly name: string;
}

/**
 * Address and name of the pane's frame, by which Microsoft's script recognises that it stands in Excel on the web, and
 * whom it talks to. `conversation` names the workbook: the client remembers settings by it.
 */
export function paneFrame(paneUrl: string, hostOrigin: string, conversation: string): PaneFrame {
  const url = new URL(paneUrl);
  // Not encoded: the client looks for the dollar signs.
  url.search = '_host_Info=Excel$Web$16.01$en-US$$$$0';
  return {
    src: url.href,
    name: JSON.stringify({
      baseFrameName: CONTROL,
      hostInfo: 'Excel|Web|16.01|en-US||||0',
      xdmInfo: `${conversation}|${CONTROL}|${hostOrigin}`,
      serializerVersion: String(SERIALIZER_VERSION),
    }),
  };
}

/** Messages between this page and the pane's frame, which may be reloaded. */
export const frameLine = (pane: () => Window | null, paneOrigin: string): Line => ({
  address: location.href,
  post: (message) => pane()?.postMessage(message, paneOrigin),
  listen: (receive) => {
    const take = ({ origin, source, data }: MessageEvent): void => {
      if (origin === paneOrigin && source === pane() && typeof data === 'string') receive(data);
    };
    window.addEventListener('message', take);
    return () => window.removeEventListener('message', take);
  },
});
