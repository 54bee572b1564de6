import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { engineClient, localPort, type OpenPort } from '../../src/app/workerClient';
import type { EngineParts } from '../../src/app/respond';
import { createActions } from '../../src/pane/actions';
import { App } from '../../src/pane/App';
import { createStore } from '../../src/pane/store';
import { memoryHost, type MemoryHost } from '../support/memoryHost';
import { dealsSheet, paneEngine } from '../support/paneEngine';

// A busy machine may take its time; a test that fails, fails all the same.
configure({ asyncUtilTimeout: 30_000 });

/** The whole pane on a workbook in memory, with an engine in the same thread. */
export function renderPane(
  options: { readonly parts?: EngineParts; readonly host?: MemoryHost; readonly open?: OpenPort } = {},
) {
  const host = options.host ?? memoryHost({ sheets: [dealsSheet] });
  const engine = engineClient(options.open ?? localPort(options.parts ?? paneEngine()));
  const store = createStore();
  const actions = createActions(host, engine, store, () => new Date(2024, 2, 15));
  const view = render(<App host={host} store={store} actions={actions} />);
  return { host, engine, store, actions, user: userEvent.setup(), ...view };
}

/** A port that keeps every finished run back until it is let go. */
export function heldPort(parts: EngineParts): { readonly open: OpenPort; release(): void } {
  let isHeld = true;
  return {
    open: (onMessage, onCrash) =>
      localPort(parts)((message) => {
        if (!(isHeld && message.kind === 'ran')) onMessage(message);
      }, onCrash),
    release() {
      isHeld = false;
    },
  };
}
