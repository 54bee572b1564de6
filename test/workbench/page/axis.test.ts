import { itemAt, makeAxis, scrollBar, scrollTo, shownItems } from '../../../workbench/page/ui/axis';

const ROWS = 1_048_576;
const plain = makeAxis(ROWS, 20, new Map());
/** Row 2 is tall, rows 4 and 5 are hidden. */
const mixed = makeAxis(
  10,
  20,
  new Map([
    [2, 50],
    [4, 0],
    [5, 0],
  ]),
);

describe('rows along a sheet', () => {
  it('lie where the sizes before them end', () => {
    expect([0, 2, 3, 4, 5, 6, 10].map(mixed.offset)).toEqual([0, 40, 90, 110, 110, 110, 190]);
    expect(plain.offset(ROWS)).toBe(20_971_520);
  });
  it('are found again from a distance, never a hidden one', () => {
    expect([0, 39, 40, 89, 90, 109, 110, 1e9].map(mixed.at)).toEqual([0, 1, 2, 2, 3, 3, 6, 9]);
    for (const row of [0, 1, 777_777, ROWS - 1]) expect(plain.at(plain.offset(row) + 19)).toBe(row);
  });
  it('are shown from where the window begins to where it ends', () => {
    expect(shownItems(plain, 0, 1_000_010, 60).map((r) => [r.index, r.position])).toEqual([
      [50_000, -10],
      [50_001, 10],
      [50_002, 30],
      [50_003, 50],
    ]);
    expect(shownItems(mixed, 0, 60, 60).map((r) => r.index)).toEqual([2, 3, 6]);
  });
  it('stay when they are frozen, and the others pass beneath them', () => {
    const shown = shownItems(plain, 2, 400, 100);
    expect(shown.map((r) => [r.index, r.position, r.frozen])).toEqual([
      [0, 0, true],
      [1, 20, true],
      [22, 40, false],
      [23, 60, false],
      [24, 80, false],
    ]);
    expect([itemAt(plain, 2, 400, 30), itemAt(plain, 2, 400, 45)]).toEqual([1, 22]);
  });
  it('come into view with the least movement', () => {
    expect(scrollTo(plain, 0, 0, 100, 3)).toBe(0);
    expect(scrollTo(plain, 0, 0, 100, 5)).toBe(20);
    expect(scrollTo(plain, 0, 400, 100, 10)).toBe(200);
    expect(scrollTo(plain, 2, 400, 100, 1)).toBe(400);
    expect(scrollTo(plain, 0, 0, 100, ROWS - 1)).toBe(plain.offset(ROWS) - 100);
  });
});

describe('a scroll bar', () => {
  it('reaches the end of a sheet that is higher than a browser lets an element be', () => {
    const content = plain.offset(ROWS);
    const { height, step } = scrollBar(content, 800);
    expect(height).toBeLessThan(16_000_000);
    expect((height - 800) * step).toBeCloseTo(content - 800, 3);
  });
  it('goes pixel by pixel where there is room', () => {
    expect(scrollBar(5_000, 800)).toEqual({ height: 5_000, step: 1 });
    expect(scrollBar(500, 800)).toEqual({ height: 800, step: 1 });
  });
});
