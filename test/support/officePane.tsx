import { configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { engineClient, localPort } from '../../src/app/workerClient';
import { createActions } from '../../src/pane/actions';
import { App } from '../../src/pane/App';
import { excelPaneHost } from '../../src/pane/excelPaneHost';
import { createStore } from '../../src/pane/store';
import { apiOf, NEWEST_API } from '../../workbench/clientApi';
import { type Host, makeHost } from '../../workbench/host';
import { installedApi } from '../../workbench/installedApi';
import { type BookContent, makeBook } from '../../workbench/store/makeBook';
import { openOffice } from '../../workbench/transports/jsdom';

// A busy machine may take its time; a test that fails, fails all the same. What is hidden is left to the tests in a browser:
// jsdom computes every style for it.
configure({ asyncUtilTimeout: 60_000, defaultHidden: true });

export const workbookOf = (content: BookContent): Host =>
  makeHost(
    makeBook(content),
    apiOf(() => installedApi(), NEWEST_API),
  );

/** The whole pane on Microsoft's office.js, with the engine in the same thread; `host` is the workbook behind it. */
export async function renderInOffice(host: Host) {
  await openOffice(host);
  const store = createStore();
  const engine = engineClient(localPort({ recogniseSheets, runAnalysis }));
  const actions = createActions(excelPaneHost(), engine, store, () => new Date(2024, 2, 15));
  const view = render(<App host={excelPaneHost()} store={store} actions={actions} />);
  return { store, user: userEvent.setup(), ...view };
}
