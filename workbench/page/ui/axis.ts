/**
 * Where rows or columns lie along one direction, in pixels from the sheet's edge. Few have a size of their own, so a
 * sheet of 1,048,576 rows costs no more than a small one.
 */
export interface Axis {
  readonly count: number;
  readonly size: (index: number) => number;
  /** Distance of an item's near edge; `count` gives the sheet's length. */
  readonly offset: (index: number) => number;
  /** The item that covers a distance; the last one beyond the end. Never a hidden one, unless all are. */
  readonly at: (distance: number) => number;
}

/** `own` holds the sizes that differ from the usual one; hidden items have size 0. */
export function makeAxis(count: number, usual: number, own: ReadonlyMap<number, number>): Axis {
  const indices = [...own.keys()].filter((i) => i >= 0 && i < count).sort((a, b) => a - b);
  /** Of each item with its own size: what it and those before it add to the usual sizes. */
  const added: number[] = [];
  let sum = 0;
  for (const index of indices) added.push((sum += (own.get(index) ?? usual) - usual));

  /** How many of `indices` lie before `index`. */
  const before = (index: number): number => {
    let [low, high] = [0, indices.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((indices[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const offset = (index: number): number => index * usual + (added[before(index) - 1] ?? 0);
  const size = (index: number): number => own.get(index) ?? usual;
  const at = (distance: number): number => {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (offset(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    while (low > 0 && size(low) === 0) low--;
    return low;
  };
  return { count, size, offset, at };
}

/** One item as it lies in the window: `position` from the window's edge, which frozen items do not leave. */
export interface Shown {
  readonly index: number;
  readonly position: number;
  readonly size: number;
  readonly frozen: boolean;
}

/** The items that a window of `length` pixels shows when it is scrolled by `scroll` beyond `frozen` items that stay. */
export function shownItems(axis: Axis, frozen: number, scroll: number, length: number): readonly Shown[] {
  const shown: Shown[] = [];
  for (let index = 0; index < frozen && axis.offset(index) < length; index++)
    if (axis.size(index) > 0)
      shown.push({ index, position: axis.offset(index), size: axis.size(index), frozen: true });
  const edge = axis.offset(frozen);
  if (edge >= length) return shown;
  for (let index = Math.max(frozen, axis.at(edge + scroll)); index < axis.count; index++) {
    const position = axis.offset(index) - scroll;
    if (position >= length) break;
    if (axis.size(index) > 0) shown.push({ index, position, size: axis.size(index), frozen: false });
  }
  return shown;
}

/** The item under a point of the window. */
export function itemAt(axis: Axis, frozen: number, scroll: number, point: number): number {
  return point < axis.offset(frozen) ? axis.at(point) : axis.at(point + scroll);
}

/** The scroll that brings an item into view with the least movement. */
export function scrollTo(axis: Axis, frozen: number, scroll: number, length: number, index: number): number {
  if (index < frozen) return scroll;
  const edge = axis.offset(frozen);
  const near = axis.offset(index) - edge;
  const far = axis.offset(index) + axis.size(index) - length;
  return near < scroll ? near : far > scroll ? Math.max(0, Math.min(far, near)) : scroll;
}

/** Browsers end an element at some 17 to 33 million pixels; a scroll bar stands for more by moving in larger steps. */
const TALLEST = 8_000_000;

/** A scroll bar over `content` pixels seen through a window: its own height, and how far a pixel of it goes. */
export function scrollBar(
  content: number,
  length: number,
): { readonly height: number; readonly step: number } {
  const height = Math.min(Math.max(content, length), TALLEST);
  return { height, step: height > length ? Math.max(0, content - length) / (height - length) : 1 };
}
