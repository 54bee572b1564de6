import type { Host } from '../../host';
import type { StoredSheet } from '../../store/book';
import { settle } from '../../store/calculate';
import { usedRect } from '../../store/cells';
import type { Rect } from '../../store/rect';
import { bounding, cellAddress, cellKey, contains, lettersOf, MAX_COLUMNS, MAX_ROWS } from '../../store/rect';
import type { Shown } from './axis';
import { itemAt, scrollBar, scrollTo, shownItems } from './axis';
import { contentOf, editText, overflowWidth } from './cellContent';
import { chartData, drawChart } from './chart';
import type { Theme } from './colors';
import { shownColor } from './colors';
import { conditionsIn, type Condition } from './conditions';
import { element } from './element';
import { askedBy, editEndBy, selected, single, type Key, type Selection } from './keys';
import type { Look } from './looks';
import { looksOf } from './looks';
import { forgetWidths } from './measure';
import { sheetAxes, type SheetAxes } from './sheetAxes';
import { choicesAt, promptAt, refusalOf } from './validation';

export const HEAD_HEIGHT = 22;
export const HEAD_WIDTH = 58;
/** Rows shown below the last one that holds something. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 26;
/** Formatting is painted for so many rows at once; rows that lie further apart (a filter) are painted one by one. */
const TALLEST_BLOCK = 400;

export interface GridEvents {
  /** A person typed into a cell. */
  readonly typed: (row: number, column: number, text: string) => void;
  readonly cleared: (area: Rect) => void;
  readonly selected: () => void;
  readonly follow: (reference: string) => void;
  readonly otherSheet: (by: 1 | -1) => void;
  readonly say: (message: string) => void;
  readonly theme: () => Theme;
}

export interface Grid {
  readonly element: HTMLElement;
  /** The workbook has changed, or another sheet is shown. */
  readonly redraw: () => void;
  readonly selection: () => Selection;
  readonly select: (selection: Selection) => void;
  readonly focus: () => void;
  /** Edits the active cell from the formula bar. */
  readonly commit: (text: string) => boolean;
  readonly beginEdit: (text: string | null) => void;
  readonly scroll: (x: number, y: number) => void;
}

interface CellSlot {
  readonly element: HTMLDivElement;
  readonly text: HTMLSpanElement;
  /** What it showed last; nothing of it is touched while that stays. */
  drawn: string;
  x: number;
  isChosen: boolean;
  isHidden: boolean;
}
interface RowSlot {
  readonly element: HTMLDivElement;
  readonly head: HTMLDivElement;
  readonly cells: (CellSlot | undefined)[];
}

/** The cells of the active sheet. Only those that are seen have elements, and these are used again while it scrolls. */
export function makeGrid(host: Host, events: GridEvents): Grid {
  const { book, faults } = host;
  const heads = element('div', { role: 'row', class: 'heads', 'aria-rowindex': 1 });
  const body = element('div', { role: 'rowgroup', class: 'rows' });
  const grid = element(
    'div',
    { role: 'grid', class: 'grid', tabindex: 0, 'aria-multiselectable': 'true' },
    element('div', { role: 'rowgroup' }, heads),
    body,
  );
  const box = element('div', { class: 'selection', 'aria-hidden': 'true' });
  const active = element('div', { class: 'active', 'aria-hidden': 'true' });
  const charts = element('div', { class: 'charts' });
  const prompt = element('div', { class: 'prompt', role: 'note', hidden: true });
  const arrow = element(
    'button',
    { type: 'button', class: 'choices-button', tabindex: -1, hidden: true },
    '▾',
  );
  arrow.setAttribute('aria-label', 'Show the choices of this cell');
  const list = element('ul', {
    class: 'choices',
    role: 'listbox',
    'aria-label': 'Choices',
    tabindex: -1,
    hidden: true,
  });
  const editor = element('textarea', { class: 'editor', hidden: true, rows: 1, spellcheck: 'false' });
  const overlay = element('div', { class: 'overlay' }, charts, box, active, prompt, arrow, list, editor);
  const view = element('div', { class: 'view' }, grid, overlay);
  const tall = element('div');
  const wide = element('div');
  const vertical = element('div', { class: 'bar vertical', tabindex: -1, 'aria-hidden': 'true' }, tall);
  const horizontal = element('div', { class: 'bar horizontal', tabindex: -1, 'aria-hidden': 'true' }, wide);
  const root = element('div', { class: 'sheet' }, view, vertical, horizontal);

  let version = 0;
  let sheet: StoredSheet = book.active;
  let axes: SheetAxes = sheetAxes(sheet);
  let at: Selection = single(0, 0);
  /** Where each sheet was left. */
  const left = new Map<string, { at: Selection; x: number; y: number }>();
  let [scrollX, scrollY] = [0, 0];
  let size = { width: 800, height: 500 };
  let waiting = 0;
  let editing: { readonly begunByTyping: boolean; readonly selection: Selection } | null = null;
  let conditions: { area: Rect; version: number; met: ReadonlyMap<number, Condition> } | null = null;
  const slots = new Map<number, RowSlot>();
  const free: RowSlot[] = [];
  const headSlots: HTMLDivElement[] = [];
  let issued = 0;
  /** So many elements of a row take turns at the columns that scroll. */
  let ring = 1;

  const request = (): void => void (waiting ||= requestAnimationFrame(draw));

  function redraw(): void {
    version++;
    if (sheet !== book.active) {
      if (editing) endEdit();
      left.set(sheet.id, { at, x: scrollX, y: scrollY });
      sheet = book.active;
      const before = left.get(sheet.id);
      at = before?.at ?? single(0, 0);
      [scrollX, scrollY] = [before?.x ?? 0, before?.y ?? 0];
    }
    // The add-in may select, too.
    const { selection } = book;
    if (selection.sheet === sheet && !sameRect(selection.area, selected(at))) {
      at = toSelection(selection.area);
      reveal(at.row, at.column);
    }
    settle(book);
    axes = sheetAxes(sheet);
    request();
  }

  const sameRect = (a: Rect, b: Rect): boolean =>
    a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
  const toSelection = (r: Rect): Selection => ({
    row: r.row,
    column: r.column,
    toRow: r.row + r.rows - 1,
    toColumn: r.column + r.columns - 1,
  });

  function widthUsed(): number {
    let widest = 0;
    for (let row = 0; row < Math.min(sheet.rows.length, 200); row++)
      widest = Math.max(widest, sheet.rows[row]?.length ?? 0);
    return widest;
  }

  function draw(): void {
    waiting = 0;
    const { rows, columns, frozenRows, frozenColumns } = axes;
    const [innerWidth, innerHeight] = [size.width - HEAD_WIDTH, size.height - HEAD_HEIGHT];
    scrollY = Math.max(0, Math.min(scrollY, rows.offset(MAX_ROWS) - innerHeight));
    scrollX = Math.max(0, Math.min(scrollX, columns.offset(MAX_COLUMNS) - innerWidth));
    const shownRows = shownItems(rows, frozenRows, scrollY, innerHeight);
    const shownColumns = shownItems(columns, frozenColumns, scrollX, innerWidth);
    const scrolled = shownColumns.filter((c) => !c.frozen);
    // As many as narrow columns would need, since a change of it draws everything anew.
    const span = (scrolled.at(-1)?.index ?? 0) - (scrolled[0]?.index ?? 0) + 2;
    ring = Math.max(ring, span, Math.ceil(innerWidth / NARROW) + 2);
    drawHeads(shownColumns);
    drawRows(shownRows, shownColumns);
    drawSelection();
    drawCharts();
    drawBars(innerWidth, innerHeight);
    grid.setAttribute('aria-label', `Sheet ${sheet.name}`);
    grid.setAttribute('aria-rowcount', String(MAX_ROWS + 1));
    grid.setAttribute('aria-colcount', String(MAX_COLUMNS + 1));
  }

  function drawHeads(shown: readonly Shown[]): void {
    const { column: from, columns: count } = selected(at);
    shown.forEach((item, i) => {
      const head = (headSlots[i] ??= heads.appendChild(
        element('div', { role: 'columnheader', class: 'head' }),
      ));
      const isSelected = item.index >= from && item.index < from + count;
      head.hidden = false;
      head.className = `head${item.frozen ? ' frozen' : ''}${isSelected ? ' selected' : ''}`;
      head.style.transform = `translateX(${HEAD_WIDTH + item.position}px)`;
      head.style.width = `${item.size}px`;
      const letters = lettersOf(item.index);
      if (head.textContent !== letters) head.textContent = letters;
      head.setAttribute('aria-colindex', String(item.index + 2));
    });
    for (const head of headSlots.slice(shown.length)) head.hidden = true;
  }

  function drawRows(shownRows: readonly Shown[], shownColumns: readonly Shown[]): void {
    const wanted = new Set(shownRows.map((r) => r.index));
    for (const [row, slot] of slots)
      if (!wanted.has(row)) {
        slots.delete(row);
        free.push(slot);
      }
    const looks = makeLooks(shownRows, shownColumns);
    const met = conditionsShown(shownRows, shownColumns);
    const { row: fromRow, rows: countRows } = selected(at);
    for (const item of shownRows) {
      let slot = slots.get(item.index);
      if (!slot) {
        slot = free.pop() ?? newRow();
        slots.set(item.index, slot);
        slot.head.textContent = String(item.index + 1);
        slot.element.setAttribute('aria-rowindex', String(item.index + 2));
      }
      slot.element.hidden = false;
      const isSelected = item.index >= fromRow && item.index < fromRow + countRows;
      slot.head.className = `row-head${isSelected ? ' selected' : ''}`;
      slot.element.className = `row${item.frozen ? ' frozen' : ''}`;
      slot.element.style.transform = `translateY(${HEAD_HEIGHT + item.position}px)`;
      slot.element.style.height = `${item.size}px`;
      drawCells(slot, item, shownColumns, looks, met);
    }
    for (const slot of free) slot.element.hidden = true;
  }

  function newRow(): RowSlot {
    const head = element('div', { role: 'rowheader', class: 'row-head', 'aria-colindex': 1 });
    const row = element('div', { role: 'row', class: 'row' }, head);
    body.append(row);
    return { element: row, head, cells: [] };
  }

  function newCell(row: RowSlot): CellSlot {
    const text = element('span');
    const cell = element('div', { role: 'gridcell', class: 'cell', id: `cell-${++issued}` }, text);
    row.element.append(cell);
    return { element: cell, text, drawn: '', x: -1, isChosen: false, isHidden: false };
  }

  /** Formatting of what is shown: frozen and scrolled parts lie apart and are painted apart, each when it is needed. */
  function makeLooks(shownRows: readonly Shown[], shownColumns: readonly Shown[]) {
    const known = new Map<string, (row: number, column: number) => Look>();
    const span = (items: readonly Shown[], frozen: boolean) => {
      const part = items.filter((i) => i.frozen === frozen);
      const first = part[0]?.index ?? 0;
      return { first, count: (part.at(-1)?.index ?? 0) - first + 1 };
    };
    const spans = {
      rows: [span(shownRows, false), span(shownRows, true)],
      columns: [span(shownColumns, false), span(shownColumns, true)],
    } as const;
    return (row: Shown, column: Shown): Look => {
      const columns = spans.columns[column.frozen ? 1 : 0];
      const rows = spans.rows[row.frozen ? 1 : 0];
      const block = rows.count > TALLEST_BLOCK ? { first: row.index, count: 1 } : rows;
      const key = `${block.first} ${column.frozen}`;
      let look = known.get(key);
      if (!look) {
        look = looksOf(sheet, {
          row: block.first,
          rows: block.count,
          column: columns.first,
          columns: columns.count,
        });
        known.set(key, look);
      }
      return look(row.index, column.index);
    };
  }

  function conditionsShown(
    shownRows: readonly Shown[],
    shownColumns: readonly Shown[],
  ): ReadonlyMap<number, Condition> {
    const part = (items: readonly Shown[]) => [items[0]?.index ?? 0, items.at(-1)?.index ?? 0] as const;
    if (sheet.conditionalFormats.length === 0) return NOTHING_MET;
    const [top, bottom] = part(shownRows);
    const [leftmost, rightmost] = part(shownColumns);
    const seen = { row: top, rows: bottom - top + 1, column: leftmost, columns: rightmost - leftmost + 1 };
    if (conditions?.version === version && contains(conditions.area, seen)) return conditions.met;
    // A little more than is seen, so that scrolling asks seldom.
    const row = Math.max(0, seen.row - 60);
    const column = Math.max(0, seen.column - 10);
    const area = {
      row,
      column,
      rows: Math.min(seen.row + seen.rows - row + 60, MAX_ROWS - row),
      columns: Math.min(seen.column + seen.columns - column + 10, MAX_COLUMNS - column),
    };
    conditions = { area, version, met: conditionsIn(book, sheet, area) };
    return conditions.met;
  }

  function drawCells(
    slot: RowSlot,
    row: Shown,
    shownColumns: readonly Shown[],
    looks: (row: Shown, column: Shown) => Look,
    met: ReadonlyMap<number, Condition>,
  ): void {
    const chosen = selected(at);
    const rowIsChosen = row.index >= chosen.row && row.index < chosen.row + chosen.rows;
    const used = new Set<number>();
    for (const column of shownColumns) {
      // A column keeps its element while it is seen, so that scrolling sideways draws only what comes in.
      const place = column.frozen ? column.index : axes.frozenColumns + (column.index % ring);
      used.add(place);
      const cell = (slot.cells[place] ??= newCell(slot));
      if (cell.isHidden) cell.element.hidden = cell.isHidden = false;
      if (cell.x !== column.position) {
        cell.x = column.position;
        cell.element.style.transform = `translateX(${HEAD_WIDTH + column.position}px)`;
      }
      const isChosen =
        rowIsChosen && column.index >= chosen.column && column.index < chosen.column + chosen.columns;
      if (cell.isChosen !== isChosen) {
        cell.isChosen = isChosen;
        cell.element.setAttribute('aria-selected', String(isChosen));
      }
      if (at.row === row.index && at.column === column.index)
        grid.setAttribute('aria-activedescendant', cell.element.id);
      const drawn = `${version} ${row.index} ${column.index} ${column.size} ${row.size} ${column.frozen}`;
      if (cell.drawn === drawn) continue;
      cell.drawn = drawn;
      paintCell(cell, row, column, looks(row, column), met.get(cellKey(row.index, column.index)));
    }
    slot.cells.forEach((cell, place) => {
      if (cell && !used.has(place) && !cell.isHidden) cell.element.hidden = cell.isHidden = true;
    });
  }

  function paintCell(
    cell: CellSlot,
    row: Shown,
    column: Shown,
    look: Look,
    condition: Condition | undefined,
  ): void {
    const theme = events.theme();
    const content = contentOf(book, sheet, row.index, column.index, look, column.size);
    const width = overflowWidth(
      sheet,
      row.index,
      column.index,
      content,
      look,
      column.size,
      axes.columns.size,
    );
    const { style } = cell.element;
    const fill = condition?.fill ?? look.fill;
    const color = condition?.color ?? content.color ?? look.color;
    const lines = sheet.gridlines && fill === null;
    const edge = (stored: string | null): string =>
      stored === null ? (lines ? 'var(--line)' : 'transparent') : shownColor(stored, theme);
    cell.element.className =
      `cell ${content.align} ${look.vertical === 'center' ? 'vcenter' : look.vertical}${column.frozen ? ' frozen' : ''}` +
      `${look.bold || condition?.bold ? ' bold' : ''}${look.italic || condition?.italic ? ' italic' : ''}` +
      `${look.underline ? ' underline' : ''}${look.wrap ? ' wrap' : ''}${width > column.size ? ' over' : ''}`;
    style.width = `${width}px`;
    style.fontSize = look.size === null ? '' : `${(look.size * 4) / 3}px`;
    style.color = color === null ? '' : shownColor(color, theme);
    style.backgroundColor = fill === null ? '' : shownColor(fill, theme);
    style.borderRightColor = edge(look.right);
    style.borderBottomColor = edge(look.bottom);
    style.boxShadow = [
      look.top === null ? '' : `inset 0 1px ${shownColor(look.top, theme)}`,
      look.left === null ? '' : `inset 1px 0 ${shownColor(look.left, theme)}`,
    ]
      .filter(Boolean)
      .join(',');
    style.paddingLeft = look.indent > 0 ? `${4 + look.indent * 9}px` : '';
    style.backgroundImage = '';
    if (condition?.bar) {
      const end = `${(condition.bar.share * 100).toFixed(2)}%`;
      const bar = shownColor(condition.bar.color, theme);
      style.backgroundImage = `linear-gradient(to right, ${bar} ${end}, transparent ${end})`;
    }
    if (cell.text.textContent !== content.text) cell.text.textContent = content.text;
    cell.element.setAttribute('aria-colindex', String(column.index + 2));
    const note = promptAt(sheet, row.index, column.index);
    cell.element.title = note ? [note.title, note.message].filter(Boolean).join('\n') : '';
    cell.element.toggleAttribute('data-note', note !== null);
  }

  /** Where an area is in the window, cut at frozen panes; null when it cannot be seen. */
  function placeOf(area: Rect): { x: number; y: number; width: number; height: number } | null {
    const along = (
      axis: SheetAxes['rows'],
      frozen: number,
      scroll: number,
      first: number,
      count: number,
      length: number,
    ): readonly [number, number] => {
      const edge = axis.offset(frozen);
      const position = (index: number): number =>
        index < frozen ? axis.offset(index) : Math.max(axis.offset(index) - scroll, edge);
      return [position(first), Math.min(position(first + count), length + 4)];
    };
    const [x1, x2] = along(axes.columns, axes.frozenColumns, scrollX, area.column, area.columns, size.width);
    const [y1, y2] = along(axes.rows, axes.frozenRows, scrollY, area.row, area.rows, size.height);
    if (x2 <= x1 || y2 <= y1 || x1 > size.width || y1 > size.height) return null;
    return { x: x1 + HEAD_WIDTH, y: y1 + HEAD_HEIGHT, width: x2 - x1, height: y2 - y1 };
  }

  function put(target: HTMLElement, place: ReturnType<typeof placeOf>): void {
    target.hidden = place === null;
    if (!place) return;
    target.style.transform = `translate(${place.x - 1}px, ${place.y - 1}px)`;
    target.style.width = `${place.width + 1}px`;
    target.style.height = `${place.height + 1}px`;
  }

  function drawSelection(): void {
    const area = selected(at);
    put(box, area.rows * area.columns > 1 ? placeOf(area) : null);
    const cell = placeOf({ row: at.row, column: at.column, rows: 1, columns: 1 });
    put(active, cell);
    if (editing) return;
    const note = promptAt(sheet, at.row, at.column);
    prompt.hidden = !note || !cell || !list.hidden;
    arrow.hidden = !cell || !choicesAt(book, sheet, at.row, at.column);
    if (!cell) return;
    if (note) {
      prompt.replaceChildren(...(note.title ? [element('strong', {}, note.title)] : []), note.message);
      const x = Math.max(4, Math.min(cell.x + 12, size.width - 230));
      const y = cell.y + cell.height + 6 > size.height - 90 ? cell.y - 90 : cell.y + cell.height + 6;
      prompt.style.transform = `translate(${x}px, ${y}px)`;
    }
    arrow.style.transform = `translate(${cell.x + cell.width}px, ${cell.y}px)`;
  }

  const drawnCharts = new Map<string, { key: string; holder: HTMLElement }>();
  function drawCharts(): void {
    const { columns, rows, frozenColumns, frozenRows } = axes;
    const [edgeX, edgeY] = [columns.offset(frozenColumns), rows.offset(frozenRows)];
    charts.style.inset = `${HEAD_HEIGHT + edgeY}px 0 0 ${HEAD_WIDTH + edgeX}px`;
    const seen = new Set<string>();
    sheet.charts.forEach((chart, i) => {
      const area = chart.anchor
        ? bounding(chart.anchor.start, chart.anchor.end)
        : { row: 1 + i * 16, column: 3, rows: 15, columns: 8 };
      const place = {
        x: columns.offset(area.column) - scrollX - edgeX,
        y: rows.offset(area.row) - scrollY - edgeY,
        width: columns.offset(area.column + area.columns) - columns.offset(area.column),
        height: rows.offset(area.row + area.rows) - rows.offset(area.row),
      };
      if (
        place.x > size.width ||
        place.y > size.height ||
        place.x + place.width < 0 ||
        place.y + place.height < 0
      )
        return;
      seen.add(chart.id);
      const known = drawnCharts.get(chart.id);
      const key = `${version} ${place.width} ${place.height} ${events.theme()}`;
      const holder = known?.holder ?? charts.appendChild(element('div', { class: 'chart-holder' }));
      if (known?.key !== key)
        holder.replaceChildren(drawChart(chartData(book, chart), place, events.theme()));
      holder.style.transform = `translate(${place.x}px, ${place.y}px)`;
      drawnCharts.set(chart.id, { key, holder });
    });
    for (const [id, { holder }] of drawnCharts)
      if (!seen.has(id)) {
        holder.remove();
        drawnCharts.delete(id);
      }
  }

  let [stepX, stepY] = [1, 1];
  function drawBars(innerWidth: number, innerHeight: number): void {
    const { rows, columns } = axes;
    const lastRow = Math.min(MAX_ROWS, Math.max(sheet.rows.length, Math.min(at.row, at.toRow)) + SPARE_ROWS);
    const lastColumn = Math.min(
      MAX_COLUMNS,
      Math.max(widthUsed(), Math.min(at.column, at.toColumn)) + SPARE_COLUMNS,
    );
    const down = scrollBar(Math.max(rows.offset(lastRow), scrollY + innerHeight), innerHeight);
    const across = scrollBar(Math.max(columns.offset(lastColumn), scrollX + innerWidth), innerWidth);
    [stepX, stepY] = [across.step, down.step];
    tall.style.height = `${down.height + HEAD_HEIGHT}px`;
    wide.style.width = `${across.height + HEAD_WIDTH}px`;
    const set = (bar: HTMLElement, side: 'scrollTop' | 'scrollLeft', value: number): void => {
      if (Math.abs(bar[side] - value) > 1) bar[side] = value;
    };
    set(vertical, 'scrollTop', scrollY / stepY);
    set(horizontal, 'scrollLeft', scrollX / stepX);
  }
  vertical.addEventListener('scroll', () => {
    if (Math.abs(vertical.scrollTop - scrollY / stepY) <= 1) return;
    scrollY = vertical.scrollTop * stepY;
    request();
  });
  horizontal.addEventListener('scroll', () => {
    if (Math.abs(horizontal.scrollLeft - scrollX / stepX) <= 1) return;
    scrollX = horizontal.scrollLeft * stepX;
    request();
  });

  function scroll(x: number, y: number): void {
    [scrollX, scrollY] = [Math.max(0, x), Math.max(0, y)];
    request();
  }
  view.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? size.height : 1;
      const [dx, dy] =
        event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      scroll(scrollX + dx * unit, scrollY + dy * unit);
    },
    { passive: false },
  );

  function reveal(row: number, column: number): void {
    scrollY = scrollTo(axes.rows, axes.frozenRows, scrollY, size.height - HEAD_HEIGHT, row);
    scrollX = scrollTo(axes.columns, axes.frozenColumns, scrollX, size.width - HEAD_WIDTH, column);
  }

  function select(next: Selection, show: 'active' | 'far' | 'none' = 'far'): void {
    at = next;
    book.selection = { sheet, area: selected(at) };
    list.hidden = true;
    if (show === 'far') reveal(Math.min(at.toRow, MAX_ROWS - 1), at.toColumn);
    if (show === 'active') reveal(at.row, at.column);
    events.selected();
    request();
  }

  // Pointer
  const pointAt = (event: PointerEvent | MouseEvent) => {
    const bounds = view.getBoundingClientRect();
    const [x, y] = [event.clientX - bounds.left - HEAD_WIDTH, event.clientY - bounds.top - HEAD_HEIGHT];
    return {
      x,
      y,
      row: itemAt(axes.rows, axes.frozenRows, scrollY, Math.max(0, y)),
      column: itemAt(axes.columns, axes.frozenColumns, scrollX, Math.max(0, x)),
    };
  };
  /** The column whose right edge in the header is under the pointer. */
  function edgeUnder(x: number): number | null {
    const shown = shownItems(axes.columns, axes.frozenColumns, scrollX, size.width - HEAD_WIDTH);
    return shown.find((c) => Math.abs(c.position + c.size - x) <= 4)?.index ?? null;
  }
  grid.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (editing && !keepEdit()) return event.preventDefault();
    const from = pointAt(event);
    const resized = from.y < 0 && from.x >= 0 ? edgeUnder(from.x) : null;
    const whole = { rows: from.x < 0, columns: from.y < 0 };
    const to = (p: typeof from): Selection => ({
      row: event.shiftKey ? at.row : whole.columns ? 0 : from.row,
      column: event.shiftKey ? at.column : whole.rows ? 0 : from.column,
      toRow: whole.columns ? MAX_ROWS - 1 : p.row,
      toColumn: whole.rows ? MAX_COLUMNS - 1 : p.column,
    });
    grid.setPointerCapture(event.pointerId);
    const startWidth = resized === null ? 0 : axes.columns.size(resized);
    if (resized === null) select(to(from), 'none');
    const move = (moved: PointerEvent): void => {
      const p = pointAt(moved);
      if (resized === null) return select(to(p), whole.rows || whole.columns ? 'none' : 'far');
      sheet.columnWidths.set(resized, Math.max(4, (startWidth + p.x - from.x) * 0.75));
      redraw();
    };
    const up = (): void => {
      grid.removeEventListener('pointermove', move);
      grid.removeEventListener('pointerup', up);
      const link = resized === null && from.x >= 0 && from.y >= 0 && linkAt(from.row, from.column);
      if (link && at.row === at.toRow && at.column === at.toColumn) events.follow(link);
    };
    grid.addEventListener('pointermove', move);
    grid.addEventListener('pointerup', up);
  });
  grid.addEventListener('pointermove', (event) => {
    const p = pointAt(event);
    const resizes = p.y < 0 && p.x >= 0 && edgeUnder(p.x) !== null;
    grid.style.cursor = resizes
      ? 'col-resize'
      : p.x >= 0 && p.y >= 0 && linkAt(p.row, p.column)
        ? 'pointer'
        : '';
  });
  const linkAt = (row: number, column: number): string | null =>
    sheet.links.length === 0 ? null : looksOf(sheet, { row, column, rows: 1, columns: 1 })(row, column).link;
  grid.addEventListener('dblclick', (event) => {
    const p = pointAt(event);
    if (p.x >= 0 && p.y >= 0) beginEdit(null);
  });

  // Keyboard
  const keyOf = (event: KeyboardEvent): Key => ({
    key: event.key,
    shift: event.shiftKey,
    control: event.ctrlKey || event.metaKey,
    alt: event.altKey,
  });
  grid.addEventListener('keydown', (event) => {
    const asked = askedBy(keyOf(event), at, {
      page: {
        rows: Math.max(1, Math.floor((size.height - HEAD_HEIGHT) / 20) - 1),
        columns: Math.max(1, Math.floor((size.width - HEAD_WIDTH) / 64) - 1),
      },
      get used() {
        return usedRect(sheet);
      },
      isBlank: (row, column) => (sheet.rows[row]?.[column] ?? null) === null,
      isHidden: (row, column) => axes.rows.size(row) === 0 || axes.columns.size(column) === 0,
    });
    // Tab at the sheet's edge leaves the grid.
    if (event.key === 'Tab' && event.shiftKey && at.column === 0) return;
    if (asked.kind === 'none') return;
    event.preventDefault();
    if (asked.kind === 'select') select(asked.selection);
    else if (asked.kind === 'edit') beginEdit(asked.text);
    else if (asked.kind === 'clear') events.cleared(selected(at));
    else if (asked.kind === 'choices') openChoices();
    else events.otherSheet(asked.by);
  });
  grid.addEventListener('copy', (event) => {
    const { row, column, rows: tallness, columns: wideness } = selected(at);
    const lines = Array.from({ length: Math.min(tallness, Math.max(1, sheet.rows.length - row)) }, (_, r) =>
      Array.from({ length: Math.min(wideness, 200) }, (_c, c) => {
        const look = looksOf(sheet, { row: row + r, column: column + c, rows: 1, columns: 1 });
        return contentOf(book, sheet, row + r, column + c, look(row + r, column + c), 10_000).text;
      }).join('\t'),
    );
    event.clipboardData?.setData('text/plain', lines.join('\n'));
    event.preventDefault();
  });
  grid.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    event.preventDefault();
    text
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .forEach((line, r) =>
        line.split('\t').forEach((part, c) => events.typed(at.row + r, at.column + c, part)),
      );
  });

  // Editing
  function beginEdit(text: string | null): void {
    if (sheet.protected) return events.say('This sheet is protected: its cells cannot be changed.');
    // One cell is edited, and it must be seen.
    reveal(at.row, at.column);
    draw();
    const cell = placeOf({ row: at.row, column: at.column, rows: 1, columns: 1 });
    if (!cell) return;
    editing = { begunByTyping: text !== null, selection: at };
    faults.startCellEdit();
    prompt.hidden = true;
    editor.hidden = false;
    editor.value = text ?? editText(book, sheet, at.row, at.column);
    editor.setAttribute('aria-label', `Edit ${cellAddress(at.row, at.column)}`);
    editor.style.transform = `translate(${cell.x - 1}px, ${cell.y - 1}px)`;
    editor.style.minWidth = `${cell.width + 1}px`;
    editor.style.height = `${Math.max(cell.height + 1, 21)}px`;
    fitEditor();
    editor.focus();
    editor.setSelectionRange(editor.value.length, editor.value.length);
  }
  function fitEditor(): void {
    editor.style.width = `${Math.min(12 + editor.value.length * 8, size.width - 80)}px`;
  }
  editor.addEventListener('input', fitEditor);

  function commit(text: string): boolean {
    const refusal = refusalOf(book, sheet, at.row, at.column, text);
    if (refusal) {
      events.say(refusal);
      return false;
    }
    events.typed(at.row, at.column, text);
    return true;
  }
  function endEdit(): void {
    editing = null;
    editor.hidden = true;
    faults.endCellEdit();
  }
  /** Takes what stands in the editor; false when the cell refuses it and is still being edited. */
  function keepEdit(): boolean {
    const text = editor.value;
    if (text === editText(book, sheet, at.row, at.column) || commit(text)) {
      endEdit();
      return true;
    }
    return false;
  }
  editor.addEventListener('keydown', (event) => {
    if (event.isComposing || !editing) return;
    const end = editEndBy(keyOf(event), editing.begunByTyping);
    if (!end) return;
    event.preventDefault();
    if (end.kind === 'cancel') endEdit();
    else if (keepEdit())
      select(
        single(
          Math.min(Math.max(at.row + end.down, 0), MAX_ROWS - 1),
          Math.min(Math.max(at.column + end.right, 0), MAX_COLUMNS - 1),
        ),
      );
    if (!editing) grid.focus({ preventScroll: true });
    request();
  });
  editor.addEventListener('blur', () => {
    if (editing && !keepEdit()) editor.focus();
  });

  // Choices
  function openChoices(): void {
    const choices = choicesAt(book, sheet, at.row, at.column);
    const cell = placeOf({ row: at.row, column: at.column, rows: 1, columns: 1 });
    if (!choices || !cell) return;
    const current = editText(book, sheet, at.row, at.column);
    list.replaceChildren(
      ...choices.map((choice, i) =>
        element(
          'li',
          { role: 'option', id: `choice-${i}`, 'aria-selected': String(choice === current) },
          choice,
        ),
      ),
    );
    list.hidden = false;
    prompt.hidden = true;
    list.style.minWidth = `${cell.width}px`;
    // Above the cell where there is no room below it.
    const below = cell.y + cell.height;
    const top = below + list.offsetHeight <= size.height ? below : Math.max(0, cell.y - list.offsetHeight);
    list.style.transform = `translate(${cell.x}px, ${top}px)`;
    point(Math.max(0, choices.indexOf(current)));
    list.focus({ preventScroll: true });
  }
  const options = (): readonly Element[] => [...list.children];
  function point(index: number): void {
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
    list.setAttribute('aria-activedescendant', `choice-${index}`);
  }
  function choose(option: Element | undefined): void {
    list.hidden = true;
    if (option) events.typed(at.row, at.column, option.textContent ?? '');
    grid.focus({ preventScroll: true });
  }
  arrow.addEventListener('click', openChoices);
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault();
    choose(options().find((option) => option.contains(event.target as Node | null)));
  });
  list.addEventListener('blur', () => (list.hidden = true));
  list.addEventListener('keydown', (event) => {
    const now = options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
    const last = options().length - 1;
    const to = { ArrowDown: Math.min(now + 1, last), ArrowUp: Math.max(now - 1, 0), Home: 0, End: last }[
      event.key
    ];
    if (to !== undefined) point(to);
    else if (event.key === 'Enter') choose(options()[now]);
    else if (event.key === 'Escape' || event.key === 'Tab') choose(undefined);
    else return;
    event.preventDefault();
  });

  new ResizeObserver(() => {
    size = { width: view.clientWidth, height: view.clientHeight };
    request();
  }).observe(view);

  // Widths are measured in the sheet's font, which may come later than the first picture.
  void Promise.all(
    ['400 12px', '700 12px'].map((font) => document.fonts.load(`${font} "Sheet narrowed"`)),
  ).then(() => {
    forgetWidths();
    redraw();
  });

  return {
    element: root,
    redraw,
    selection: () => at,
    select: (next) => select(next, 'active'),
    focus: () => grid.focus({ preventScroll: true }),
    commit,
    beginEdit,
    scroll,
  };
}

const NARROW = 40;
const NOTHING_MET: ReadonlyMap<number, Condition> = new Map();
