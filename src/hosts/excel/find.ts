import type { Drawn } from './plan';
import type { Found } from './players/state';
import { chartKey } from './players/state';
import type { StandingSheet } from './prepare';

export type Kind = Drawn['kind'];
export type Phase = readonly Kind[] | 'formulas';

/** Looks up what stands already, where the phase asks for it. */
export async function find(
  context: Excel.RequestContext,
  sheets: readonly StandingSheet[],
  phase: Phase,
): Promise<Found> {
  const { workbook } = context;
  const wants = (kind: Kind): boolean => phase !== 'formulas' && phase.includes(kind);
  const worksheets = sheets.map((s) => ({ s, worksheet: workbook.worksheets.getItem(s.worksheetId) }));
  if (wants('name')) workbook.names.load('items/name');
  for (const { worksheet } of worksheets) {
    if (wants('table')) worksheet.tables.load('items/name');
    if (wants('chart')) worksheet.charts.load('items/name');
  }
  await context.sync();
  const tables = wants('table')
    ? worksheets.flatMap(({ s, worksheet }) =>
        worksheet.tables.items.map((item) => {
          const headers = item.getHeaderRowRange();
          headers.load('columnCount');
          return { item, headers, own: s.plan.tables.find((t) => t.name === item.name)?.headers.length };
        }),
      )
    : [];
  const charts = wants('chart')
    ? worksheets.flatMap(({ s, worksheet }) =>
        worksheet.charts.items.map((item) => ({ item, s, series: item.series.getCount() })),
      )
    : [];
  await context.sync();
  return {
    tables: new Map(tables.map(({ item }) => [item.name, item])),
    // `makeRoom` has fitted standing tables already, with a person's columns at their right.
    addedColumns: new Map(
      tables.map(({ item, headers, own }) => [
        item.name,
        Math.max(0, headers.columnCount - (own ?? headers.columnCount)),
      ]),
    ),
    names: new Map((wants('name') ? workbook.names.items : []).map((item) => [item.name, item])),
    charts: new Map(
      charts.map(({ item, s, series }) => [
        chartKey(s.worksheetId, item.name),
        { chart: item, series: series.value },
      ]),
    ),
  };
}
