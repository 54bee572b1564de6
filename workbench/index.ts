import { readFileSync } from 'node:fs';
import type { Faults } from './faults';
import type { Counters, Host } from './host';
import { makeHost } from './host';
import type { Book } from './store/book';
import type { BookContent } from './store/makeBook';
import { offerFormulaEngine } from './store/formulaEngine';
import { makeBook } from './store/makeBook';
import { apiOf, NEWEST_API } from './clientApi';
import { installedApi } from './installedApi';
import { connect } from './transports/nativeBridge';

export type { Book, StoredSheet } from './store/book';
export type { BookContent, SheetContent } from './store/makeBook';
export { addSheet, findSheet } from './store/sheets';

export interface StandIn {
  /** Microsoft's own client, talking to this stand-in; also the global `Excel`. */
  readonly Excel: typeof Excel;
  readonly run: typeof Excel.run;
  readonly store: Book;
  readonly faults: Faults;
  readonly counters: Counters;
  readonly personTypes: Host['personTypes'];
}

offerFormulaEngine(async () => {
  const engine = await import('@ironcalc/wasm');
  engine.initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  return engine;
});

/** A workbook behind Microsoft's Excel client in Node. A later one takes the place of an earlier one. */
export function startStandIn(content: BookContent & { readonly newestApi?: number }): StandIn {
  const newest = content.newestApi ?? NEWEST_API;
  const host = makeHost(makeBook(content), apiOf(installedApi, newest));
  const excel = connect(host, newest);
  return {
    Excel: excel,
    run: excel.run,
    store: host.book,
    faults: host.faults,
    counters: host.counters,
    personTypes: host.personTypes,
  };
}
