import { createRoot } from 'react-dom/client';
import type { Engine } from '../app/workerClient';
import { createActions } from './actions';
import { App } from './App';
import type { PaneHost } from './paneHost';
import { createStore } from './store';

/** Puts the pane into the page. */
export function startPane(root: HTMLElement, host: PaneHost, engine: Engine): void {
  const store = createStore();
  const actions = createActions(host, engine, store, () => new Date());
  createRoot(root).render(<App host={host} store={store} actions={actions} />);
}
