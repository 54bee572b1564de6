/** Adopted by script, so that the page needs no style loader. */
export const STYLES = `
@font-face { font-family: Sheet; src: local('Calibri'), local('Carlito'); }
@font-face { font-family: Sheet; font-weight: 700; src: local('Calibri Bold'), local('Carlito Bold'); }
@font-face { font-family: 'Sheet narrowed'; src: local('Liberation Sans'), local('LiberationSans'), local('Arial'), local('Helvetica'); size-adjust: 89%; }
@font-face {
  font-family: 'Sheet narrowed'; font-weight: 700; size-adjust: 89%;
  src: local('Liberation Sans Bold'), local('LiberationSans-Bold'), local('Arial Bold'), local('Helvetica Bold');
}
:root {
  --paper: #ffffff; --ink: #1f2937; --line: #e3e6ea; --chrome: #f3f4f6; --chrome-ink: #374151;
  --rule: #cfd4da; --head-selected: #d7e5f5; --accent: #1f5fa8; --choice: #e4ecf7; --note: #fffbe6; --note-ink: #3d3200;
  --warning: #ffe9b3; --warning-ink: #3d2c00;
  color-scheme: light;
}
:root[data-theme='dark'] {
  --paper: #212121; --ink: #f1f1f1; --line: #383a3d; --chrome: #2b2d30; --chrome-ink: #d6d9de;
  --rule: #4a4d52; --head-selected: #2f4258; --accent: #78b0ec; --choice: #2f4258; --note: #3b3520; --note-ink: #f6ecc8;
  --warning: #4a3a12; --warning-ink: #ffe9b3;
  color-scheme: dark;
}
body { background: var(--chrome); color: var(--chrome-ink); }
.workbook { display: grid; grid-template-rows: auto auto 1fr auto; height: 100%; min-height: 0; margin-right: 7px; }
.workbook button, .workbook summary, .workbook input { font: inherit; }
.workbook :focus-visible, .splitter:focus-visible { outline: 2px solid var(--accent); outline-offset: -1px; }
.toolbar { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; padding: 6px 10px; border-bottom: 1px solid var(--rule); }
.toolbar > button, .menu > summary, .faults button {
  border: 1px solid var(--rule); border-radius: 4px; padding: 3px 10px; background: var(--paper); color: var(--ink); cursor: pointer;
}
.toolbar > button:hover, .menu > summary:hover, .faults button:hover { border-color: var(--accent); }
.menu > summary { list-style: none; }
.menu > summary::after { content: ' ▾'; }
.menu { position: relative; }
.faults {
  position: absolute; z-index: 20; top: calc(100% + 4px); left: 0; width: 430px; max-height: 75vh; overflow: auto; padding: 10px;
  background: var(--paper); color: var(--ink); border: 1px solid var(--rule); border-radius: 6px; box-shadow: 0 6px 24px rgb(0 0 0 / 25%);
}
.faults section { display: grid; grid-template-columns: 1fr 1fr; gap: 6px; margin-bottom: 14px; }
.faults h2, .faults label { grid-column: 1 / -1; }
.faults h2 { margin: 0; font-size: 13px; }
.faults button { text-align: left; width: 100%; }
.faults button[aria-pressed='true'] { background: var(--head-selected); border-color: var(--accent); }
.faults input[type='number'] { width: 52px; }
.book-name { font-weight: 600; margin-right: 8px; }
.formula-bar { display: flex; align-items: center; border-bottom: 1px solid var(--rule); background: var(--paper); }
.formula-bar input { border: 0; padding: 4px 8px; background: transparent; color: var(--ink); min-width: 0; }
.name-box { width: 168px; border-right: 1px solid var(--rule) !important; }
.fx { padding: 0 8px; font-style: italic; color: var(--chrome-ink); }
.formula { flex: 1; }
.sheet {
  display: grid; grid-template: minmax(0, 1fr) 14px / minmax(0, 1fr) 14px; min-height: 0; background: var(--chrome);
  font: 14.667px Sheet, 'Sheet narrowed', sans-serif;
}
.view { position: relative; overflow: hidden; background: var(--paper); contain: strict; }
.grid { position: absolute; inset: 0; overflow: hidden; cursor: cell; user-select: none; touch-action: none; outline: none; }
.heads, .rows, .row, .head, .row-head, .cell { position: absolute; top: 0; left: 0; box-sizing: border-box; }
.heads { z-index: 6; width: 100%; height: 22px; background: var(--chrome); border-bottom: 1px solid var(--rule); }
.heads::before {
  content: ''; position: absolute; z-index: 2; left: 0; top: 0; width: 58px; height: 21px; background: var(--chrome);
  border-right: 1px solid var(--rule);
}
.head {
  height: 21px; line-height: 21px; text-align: center; font-size: 12px; color: var(--chrome-ink); background: var(--chrome);
  border-right: 1px solid var(--rule); overflow: hidden;
}
.head.frozen { z-index: 1; }
.head.selected, .row-head.selected { background: var(--head-selected); color: var(--ink); font-weight: 600; }
.rows { width: 100%; height: 100%; }
.row { width: 100%; overflow: hidden; contain: layout style paint; }
.row.frozen { z-index: 4; background: var(--paper); }
.row-head {
  z-index: 5; width: 58px; height: 100%; display: flex; align-items: center; justify-content: center; font-size: 12px;
  color: var(--chrome-ink); background: var(--chrome); border-right: 1px solid var(--rule); border-bottom: 1px solid var(--rule);
}
.cell {
  display: flex; align-items: flex-end; height: 100%; padding: 0 4px; overflow: hidden; white-space: pre; line-height: 1.22;
  color: var(--ink); border: 0 solid transparent; border-width: 0 1px 1px 0; background-color: transparent;
  background-repeat: no-repeat; background-size: calc(100% - 4px) calc(100% - 4px); background-position: 2px 2px;
}
.cell.frozen { z-index: 2; background-color: var(--paper); }
.cell.over { z-index: 1; background-color: var(--paper); }
.cell.frozen.over { z-index: 3; }
.cell.center { justify-content: center; text-align: center; }
.cell.right { justify-content: flex-end; text-align: right; }
.cell.top { align-items: flex-start; }
.cell.vcenter { align-items: center; }
.cell.wrap { white-space: pre-wrap; overflow-wrap: break-word; }
.cell.bold { font-weight: 700; }
.cell.italic { font-style: italic; }
.cell.underline { text-decoration: underline; }
.cell[data-note]::after {
  content: ''; position: absolute; top: 0; right: 0; border: 4px solid transparent; border-top-color: var(--accent);
  border-right-color: var(--accent);
}
.overlay { position: absolute; inset: 0; overflow: hidden; pointer-events: none; z-index: 7; }
.overlay > * { position: absolute; top: 0; left: 0; box-sizing: border-box; }
.overlay [hidden], .rows [hidden], .heads [hidden] { display: none; }
.charts { overflow: hidden; }
.chart-holder { position: absolute; top: 0; left: 0; pointer-events: auto; }
.chart { display: block; font: 11px Sheet, 'Sheet narrowed', sans-serif; }
.chart-ground { fill: var(--paper); stroke: var(--rule); }
.chart-title { font-size: 14px; font-weight: 600; fill: var(--ink); }
.chart-text { fill: var(--ink); }
.chart-grid { stroke: var(--line); }
.chart-axis { stroke: var(--chrome-ink); }
.selection { background: color-mix(in srgb, var(--accent) 14%, transparent); border: 1px solid var(--accent); }
.active { border: 2px solid var(--accent); }
.prompt {
  width: 220px; padding: 6px 8px; font: 12px/1.35 'Segoe UI', Arial, sans-serif; color: var(--note-ink); background: var(--note);
  border: 1px solid var(--rule); box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
}
.prompt strong { display: block; }
.choices-button {
  width: 20px; height: 20px; padding: 0; pointer-events: auto; border: 1px solid var(--rule); background: var(--chrome); color: var(--ink);
}
.choices {
  margin: 0; padding: 2px; max-height: 220px; overflow: auto; list-style: none; pointer-events: auto; background: var(--paper);
  color: var(--ink); border: 1px solid var(--rule); box-shadow: 0 4px 12px rgb(0 0 0 / 25%);
}
.choices li { padding: 2px 8px; cursor: pointer; }
.choices li[aria-selected='true'] { background: var(--choice); outline: 1px solid var(--accent); }
.editor {
  z-index: 3; padding: 1px 3px; resize: none; overflow: hidden; font: inherit !important; line-height: 1.22; pointer-events: auto; color: var(--ink);
  background: var(--paper); border: 2px solid var(--accent); outline: none; white-space: pre;
}
.bar { background: var(--chrome); }
.bar.vertical { overflow: hidden scroll; grid-area: 1 / 2; }
.bar.horizontal { overflow: scroll hidden; grid-area: 2 / 1; }
.bar > div { width: 1px; height: 1px; }
.foot { display: flex; align-items: stretch; gap: 8px; border-top: 1px solid var(--rule); min-height: 31px; min-width: 0; }
.tab-bar { display: flex; min-width: 0; flex: 1; }
.tabs { display: flex; overflow: auto hidden; scrollbar-width: none; }
.tab, .add-sheet {
  flex: none; border: 0; border-right: 1px solid var(--rule); padding: 5px 14px; background: transparent; color: var(--chrome-ink);
  cursor: pointer; box-shadow: inset 0 -3px var(--tab, transparent);
}
.tab[aria-selected='true'] { background: var(--paper); color: var(--ink); font-weight: 600; box-shadow: inset 0 3px var(--accent), inset 0 -3px var(--tab, transparent); }
.add-sheet { border: 0; font-size: 17px; line-height: 1; }
.tab-name { width: 150px; }
.status { flex: 0 1 45%; align-self: center; padding: 2px 10px; font-size: 12px; text-align: right; max-height: 34px; overflow: auto; }
.status:empty { display: none; }
.splitter { position: absolute; inset: 0 0 0 auto; box-sizing: border-box; width: 7px; cursor: col-resize; background: var(--chrome); border-inline: 1px solid var(--rule); touch-action: none; }
.splitter:hover { background: var(--head-selected); }
@media (forced-colors: active) {
  .active, .selection { border-color: Highlight; }
  .selection { background: none; border-style: dashed; }
  .tab[aria-selected='true'] { border-top: 3px solid Highlight; }
  .cell { background-image: none !important; border-color: GrayText; }
  .chart-text, .chart-title { fill: CanvasText; }
  .chart-ground { fill: Canvas; stroke: CanvasText; }
  .mark { stroke: CanvasText; }
  .head.selected, .row-head.selected { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;
