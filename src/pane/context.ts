import { createContext, useContext } from 'react';
import type { Actions } from './actions';
import type { PaneState } from './state';

/** What every page needs: the state, what can be done, and what this host can do. */
export interface Pane {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly canShowCells: boolean;
  readonly canAddSample: boolean;
  readonly canRemove: boolean;
}

const PaneContext = createContext<Pane | undefined>(undefined);
export const PaneProvider = PaneContext.Provider;

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('A page stands outside PaneProvider.');
  return pane;
}
