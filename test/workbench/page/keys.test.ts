import { askedBy, editEndBy, single, type Key, type Surroundings } from '../../../workbench/page/ui/keys';
import { MAX_COLUMNS, MAX_ROWS } from '../../../workbench/store/rect';

const key = (name: string, also: Partial<Key> = {}): Key => ({
  key: name,
  shift: false,
  control: false,
  alt: false,
  ...also,
});
/** Filled: A1:C5 without B3. */
const around: Surroundings = {
  page: { rows: 30, columns: 8 },
  used: { row: 0, column: 0, rows: 5, columns: 3 },
  isBlank: (row, column) => row > 4 || column > 2 || (row === 2 && column === 1),
  isHidden: (row) => row === 7,
};
const from = (row: number, column: number, pressed: Key) => {
  const asked = askedBy(pressed, single(row, column), around);
  return asked.kind === 'select'
    ? [asked.selection.row, asked.selection.column, asked.selection.toRow, asked.selection.toColumn]
    : asked;
};

describe('keys in the grid', () => {
  it('move the active cell and stop at the edges', () => {
    expect(from(1, 1, key('ArrowDown'))).toEqual([2, 1, 2, 1]);
    expect(from(0, 0, key('ArrowUp'))).toEqual([0, 0, 0, 0]);
    expect(from(MAX_ROWS - 1, MAX_COLUMNS - 1, key('Enter'))).toEqual([
      MAX_ROWS - 1,
      MAX_COLUMNS - 1,
      MAX_ROWS - 1,
      MAX_COLUMNS - 1,
    ]);
    expect(from(3, 1, key('Tab', { shift: true }))).toEqual([3, 0, 3, 0]);
    expect(from(3, 1, key('PageDown'))).toEqual([33, 1, 33, 1]);
    expect(from(3, 1, key('Home', { control: true }))).toEqual([0, 0, 0, 0]);
    expect(from(0, 0, key('End', { control: true }))).toEqual([4, 2, 4, 2]);
  });
  it('pass over hidden rows', () => expect(from(6, 0, key('ArrowDown'))).toEqual([8, 0, 8, 0]));
  it('grow the selection with Shift', () => {
    expect(from(1, 1, key('ArrowRight', { shift: true }))).toEqual([1, 1, 1, 2]);
  });
  it('go to the end of what is filled with Control', () => {
    expect(from(0, 0, key('ArrowDown', { control: true }))).toEqual([4, 0, 4, 0]);
    expect(from(0, 1, key('ArrowDown', { control: true }))).toEqual([1, 1, 1, 1]);
    expect(from(1, 1, key('ArrowDown', { control: true }))).toEqual([3, 1, 3, 1]);
    expect(from(4, 0, key('ArrowDown', { control: true }))[0 as never]).toBe(MAX_ROWS - 1);
    expect(from(0, 2, key('ArrowLeft', { control: true }))).toEqual([0, 0, 0, 0]);
  });
  it('edit, clear, choose and change sheets', () => {
    expect(from(0, 0, key('F2'))).toEqual({ kind: 'edit', text: null });
    expect(from(0, 0, key('x'))).toEqual({ kind: 'edit', text: 'x' });
    expect(from(0, 0, key('='))).toEqual({ kind: 'edit', text: '=' });
    expect(from(0, 0, key('é'))).toEqual({ kind: 'edit', text: 'é' });
    expect(from(0, 0, key('Delete'))).toEqual({ kind: 'clear' });
    expect(from(0, 0, key('ArrowDown', { alt: true }))).toEqual({ kind: 'choices' });
    expect(from(0, 0, key('PageDown', { control: true }))).toEqual({ kind: 'sheet', by: 1 });
  });
  it('leave what the browser knows alone', () => {
    for (const pressed of [key('c', { control: true }), key('F5'), key('Shift'), key('Dead')])
      expect(from(0, 0, pressed)).toEqual({ kind: 'none' });
  });
});

describe('keys in a cell that is edited', () => {
  it('keep, cancel, or stay in the text', () => {
    expect(editEndBy(key('Enter'), true)).toEqual({ kind: 'keep', down: 1, right: 0 });
    expect(editEndBy(key('Tab', { shift: true }), false)).toEqual({ kind: 'keep', down: 0, right: -1 });
    expect(editEndBy(key('Escape'), true)).toEqual({ kind: 'cancel' });
    expect(editEndBy(key('ArrowLeft'), true)).toEqual({ kind: 'keep', down: 0, right: -1 });
    expect(editEndBy(key('ArrowLeft'), false)).toBeNull();
    expect(editEndBy(key('a'), true)).toBeNull();
  });
});
