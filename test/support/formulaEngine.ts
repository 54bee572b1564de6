import { readFileSync } from 'node:fs';
import { initSync, Model } from '@ironcalc/wasm';
import type { Placement, PlacementOf } from '../../src/engine/report/placement';
import { address, quotedSheet } from '../../src/engine/report/formula';

let loaded = false;
function load(): void {
  if (!loaded) initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  loaded = true;
}

/** Fifteen decimals, so that a value can be read back to the last digit that matters. */
const PRECISE = '0.000000000000000';

export interface Recomputed {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  /** What the engine says. */
  readonly engine: number | string | null;
  /** What IronCalc computes; "" for blank. */
  readonly spreadsheet: number | string;
}

/** Puts placements into an IronCalc workbook. `changes` sets named cells before everything is computed. */
export function recalculated(
  placements: readonly Placement[],
  changes: Readonly<Record<string, number>> = {},
): readonly Recomputed[] {
  load();
  const model = new Model('report', 'en', 'UTC', 'en');
  model.pauseEvaluation();
  const sheets = placements.filter((p): p is PlacementOf<'sheet'> => p.kind === 'sheet');
  const index = new Map(sheets.map((p, i) => [p.sheet, i]));
  const nameOf = new Map(sheets.map((p) => [p.sheet, p.name]));
  sheets.forEach((sheet, i) => {
    if (i > 0) model.newSheet();
    model.renameSheet(i, sheet.name);
  });
  const at = (sheet: string): number => {
    const i = index.get(sheet);
    if (i === undefined) throw new Error(`No sheet ${sheet}`);
    return i;
  };
  const named = new Map<string, { sheet: number; row: number; column: number }>();
  for (const p of placements)
    if (p.kind === 'name') {
      named.set(p.name, { sheet: at(p.sheet), row: p.row, column: p.column });
      const target = `${quotedSheet(nameOf.get(p.sheet) ?? '')}!${address(p.row, p.column, true)}`;
      model.newDefinedName(p.name, null, target);
    }
  const formulas: {
    sheet: string;
    row: number;
    column: number;
    formula: string;
    value: Recomputed['engine'];
  }[] = [];
  for (const p of placements)
    if (p.kind === 'cells')
      p.values.forEach((cells, r) =>
        cells.forEach((cell, c) => {
          const [row, column] = [p.area.row + r, p.area.column + c];
          if (cell === null) return;
          const text =
            typeof cell === 'object'
              ? `=${cell.formula}`
              : typeof cell === 'string'
                ? `'${cell}`
                : String(cell);
          model.setUserInput(at(p.sheet), row + 1, column + 1, text);
          if (typeof cell === 'object') formulas.push({ sheet: p.sheet, row, column, ...cell });
        }),
      );
  for (const [name, value] of Object.entries(changes)) {
    const cell = named.get(name);
    if (!cell) throw new Error(`No name ${name}`);
    model.setUserInput(cell.sheet, cell.row + 1, cell.column + 1, String(value));
  }
  model.resumeEvaluation();
  model.evaluate();
  const results = formulas.map(({ sheet, row, column, formula, value }): Recomputed => {
    const area = { sheet: at(sheet), row: row + 1, column: column + 1, width: 1, height: 1 };
    model.updateRangeStyle(area, 'num_fmt', PRECISE);
    const shown = model.getFormattedCellValue(at(sheet), row + 1, column + 1);
    // IronCalc's cell types follow Excel's TYPE(): 1 is a number.
    const isNumber = model.getCellType(at(sheet), row + 1, column + 1) === 1;
    return {
      sheet,
      cell: address(row, column, false),
      formula,
      engine: value,
      spreadsheet: isNumber ? Number(shown) : shown,
    };
  });
  model.free();
  return results;
}
