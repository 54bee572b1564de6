import type { HostObject } from '../richApi/hostObject';
import { isHostObject } from '../richApi/hostObject';
import { rangeObject } from '../richApi/objects/range';
import { workbookObject } from '../richApi/objects/workbook';
import { makeBook } from '../store/makeBook';

/** What methods are given so that they show the objects that they return: enough to reach every class of the model. */
const CALLS: Readonly<Record<string, (range: HostObject) => readonly (readonly unknown[])[]>> = {
  'Worksheet.GetRange': () => [['A1:B3']],
  'Range.GetVisibleView': () => [[]],
  'RangeBorderCollection.GetItem': () => [['EdgeTop']],
  'ConditionalFormatCollection.Add': () => [['Custom'], ['DataBar'], ['ColorScale']],
  'ChartCollection.Add': (range) => [['Line', range]],
  'CommentCollection.Add': (range) => [[range, 'text']],
  'NamedItemCollection.Add': (range) => [['rate', range]],
  'SettingCollection.Add': () => [['key', 'value']],
  'WorksheetCustomPropertyCollection.Add': () => [['key', 'value']],
  'PageBreakCollection.Add': () => [['A2']],
  'Functions.Date': () => [[2000, 1, 1]],
};

/** Members as the wire names them. */
export interface BuiltClass {
  readonly read: Set<string>;
  readonly set: Set<string>;
  readonly objects: Set<string>;
  readonly methods: Set<string>;
  /** Its items can be listed, and one of them asked for. */
  isList: boolean;
  hasItem: boolean;
}
const nothing = (): BuiltClass => ({
  read: new Set(),
  set: new Set(),
  objects: new Set(),
  methods: new Set(),
  isList: false,
  hasItem: false,
});

/** The stand-in's object model by class, found by walking through a workbook. */
export function builtMembers(): ReadonlyMap<string, BuiltClass> {
  const built = new Map<string, BuiltClass>();
  const table = { name: 'Data', row: 0, column: 0, rows: 3, columns: 2 };
  const rows = [
    ['a', 'b'],
    [1, 2],
    [3, 4],
  ];
  const book = makeBook({ sheets: [{ name: 'Sheet', rows, tables: [table] }] });
  const range = rangeObject(book, book.active, table);

  const pending: unknown[] = [workbookObject(book)];
  const walked = new Set<string>();
  const first = (path: string): boolean => !walked.has(path) && !!walked.add(path);
  while (pending.length > 0) {
    const object = pending.pop();
    if (!isHostObject(object)) continue;
    const { className, get = {}, set = {}, objects = {}, methods = {}, items, item } = object;
    const known = built.get(className) ?? nothing();
    built.set(className, known);
    for (const name of Object.keys(get)) known.read.add(name);
    for (const name of Object.keys(set)) known.set.add(name);
    known.isList ||= items !== undefined;
    known.hasItem ||= item !== undefined;
    if (items && first(className)) pending.push(...items());
    for (const [name, open] of Object.entries(objects)) {
      known.objects.add(name);
      const path = `${className}.${name}`;
      // A rule with a formula has no data bar; the same class on another object may have one.
      const child = walked.has(path) ? null : open();
      if (child && first(path)) pending.push(child);
    }
    for (const [name, call] of Object.entries(methods)) {
      known.methods.add(name);
      const path = `${className}.${name}`;
      const calls = CALLS[path];
      if (calls && first(path)) for (const given of calls(range)) pending.push(call(...given));
    }
  }
  return built;
}
