import { useSyncExternalStore } from 'react';
import { INITIAL, reduce, type PaneEvent, type PaneState } from './state';

export interface Store {
  get(): PaneState;
  dispatch(event: PaneEvent): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(): Store {
  let state = INITIAL;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch(event) {
      const next = reduce(state, event);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const usePaneState = (store: Store): PaneState => useSyncExternalStore(store.subscribe, store.get);
