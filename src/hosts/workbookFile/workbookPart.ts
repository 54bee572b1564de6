import { address, quotedSheet } from '../../engine/report/formula';
import { areaAddress, sheetReference } from './a1';
import { markName, readOwnership } from './ownership';
import { OFFICE, type Package, type Relationship } from './package';
import type { SheetDraft } from './sheetDraft';
import { titleRows } from './writeSheets';
import { attributeOf, element, elementsOf, firstOf, localName, textOf, type XmlElement } from './xml';

export const tablePaths = (pack: Package): readonly string[] =>
  pack.paths().filter((p) => /^xl\/tables\/[^/]+\.xml$/i.test(p));

export interface OwnedSheet {
  readonly name: string;
  readonly path: string;
}

/** By report sheet id. */
export async function ownedSheets(
  pack: Package,
  workbook: XmlElement,
  related: readonly Relationship[],
): Promise<ReadonlyMap<string, OwnedSheet>> {
  const { sheets } = await readOwnership(pack, workbook, related);
  const owned = new Map<string, OwnedSheet>();
  for (const [id, name] of sheets) {
    const entry = sheetEntries(workbook).find((s) => attributeOf(s, 'name') === name);
    const path = related.find((r) => entry && r.id === attributeOf(entry, 'id'))?.target;
    if (path !== undefined) owned.set(id, { name, path });
  }
  return owned;
}

const sheetEntries = (workbook: XmlElement): readonly XmlElement[] => {
  const list = firstOf(workbook, 'sheets');
  return list ? elementsOf(list, 'sheet') : [];
};

const MAX_SHEET_NAME = 31;

/** A user's sheet keeps its name; a result sheet of the same name becomes "Leadline Funnel (2)", in formulas too. */
export function withFreeNames(
  drafts: readonly SheetDraft[],
  workbook: XmlElement,
  owned: ReadonlyMap<string, OwnedSheet>,
): readonly SheetDraft[] {
  const ownedNames = [...owned.values()].map((o) => o.name);
  const taken = new Set(
    sheetEntries(workbook)
      .map((s) => attributeOf(s, 'name') ?? '')
      .filter((name) => !ownedNames.includes(name))
      .map((name) => name.toLowerCase()),
  );
  const renamed = new Map<string, string>();
  const named = drafts.map((draft) => {
    let name = draft.name;
    for (let n = 2; taken.has(name.toLowerCase()); n++)
      name = `${draft.name.slice(0, MAX_SHEET_NAME - 3 - String(n).length)} (${n})`;
    taken.add(name.toLowerCase());
    if (name !== draft.name) renamed.set(`${quotedSheet(draft.name)}!`, `${quotedSheet(name)}!`);
    return { ...draft, name };
  });
  if (renamed.size === 0) return named;
  const rename = (formula: string): string => {
    let text = formula;
    for (const [from, to] of renamed) text = text.replaceAll(from, to);
    return text;
  };
  for (const draft of named)
    for (const cell of draft.cells.values())
      if (typeof cell.value === 'object' && cell.value !== null)
        cell.value = { ...cell.value, formula: rename(cell.value.formula) };
  return named;
}

const OWN_NAME = /^_?leadline_/i;

/** A name of Leadline's that refers to one of its sheets. */
function isOwnName(name: XmlElement, owned: ReadonlyMap<string, OwnedSheet>): boolean {
  const sheet = sheetReference(textOf(name))?.sheet;
  return OWN_NAME.test(attributeOf(name, 'name') ?? '') && [...owned.values()].some((o) => o.name === sheet);
}

/** Names of tables and cells that others than Leadline use, in lower case. */
export async function usedNames(
  pack: Package,
  workbook: XmlElement,
  owned: ReadonlyMap<string, OwnedSheet>,
): Promise<ReadonlySet<string>> {
  const list = firstOf(workbook, 'definedNames');
  const used = new Set(
    (list ? elementsOf(list) : [])
      .filter((name) => attributeOf(name, 'localSheetId') === undefined && !isOwnName(name, owned))
      .map((name) => (attributeOf(name, 'name') ?? '').toLowerCase()),
  );
  for (const path of tablePaths(pack)) {
    const table = await pack.xml(path);
    for (const key of ['name', 'displayName']) used.add((attributeOf(table, key) ?? '').toLowerCase());
  }
  return used;
}

export interface AddedSheet {
  readonly draft: SheetDraft;
  readonly path: string;
}

/** The lists of a workbook that come before its names (ISO 29500-1, 18.2.27). */
const BEFORE_NAMES = ['sheets', 'functionGroups', 'externalReferences'];

export function updateWorkbook(
  workbook: XmlElement,
  added: readonly (AddedSheet & { readonly relationship: string })[],
  owned: ReadonlyMap<string, OwnedSheet>,
): void {
  const prefix = workbook.name.slice(0, -localName(workbook.name).length);
  const list = firstOf(workbook, 'sheets')!;
  const old = elementsOf(list, 'sheet');
  let nextId = Math.max(0, ...old.map((s) => Number(attributeOf(s, 'sheetId') ?? 0))) + 1;
  const idByName = new Map([...owned].map(([id, o]) => [o.name, id]));
  const relationshipAttribute = namespacePrefix(workbook, OFFICE);
  const entry = ({ draft, relationship }: (typeof added)[number]): XmlElement =>
    element(`${prefix}sheet`, {
      name: draft.name,
      sheetId: nextId++,
      [`${relationshipAttribute}:id`]: relationship,
    });

  const placed = new Set<string>();
  /** Old position → new one; −1 for a sheet that is gone. */
  const moved: number[] = [];
  const entries: XmlElement[] = [];
  for (const sheet of old) {
    const id = idByName.get(attributeOf(sheet, 'name') ?? '');
    const replacement = added.find((a) => a.draft.id === id);
    moved.push(id === undefined || replacement ? entries.length : -1);
    if (replacement) placed.add(replacement.draft.id);
    if (id === undefined) entries.push(sheet);
    else if (replacement) entries.push(entry(replacement));
  }
  for (const sheet of added) if (!placed.has(sheet.draft.id)) entries.push(entry(sheet));
  list.children.splice(0, list.children.length, ...entries);

  const views = firstOf(workbook, 'bookViews');
  for (const view of views ? elementsOf(views) : [])
    for (const key of ['activeTab', 'firstSheet']) {
      const index = attributeOf(view, key);
      if (index !== undefined) view.attributes.set(key, String(Math.max(0, moved[Number(index)] ?? 0)));
    }
  updateNames(workbook, prefix, added, entries, moved, owned);
  // Other sheets may show figures of the sheets that were replaced.
  if (owned.size > 0) firstOf(workbook, 'calcPr')?.attributes.set('fullCalcOnLoad', '1');
}

function updateNames(
  workbook: XmlElement,
  prefix: string,
  added: readonly AddedSheet[],
  entries: readonly XmlElement[],
  moved: readonly number[],
  owned: ReadonlyMap<string, OwnedSheet>,
): void {
  const replaced = new Set([...owned.values()].map((o) => o.name));
  const list = firstOf(workbook, 'definedNames');
  const kept = (list ? elementsOf(list) : []).filter((name) => {
    const local = attributeOf(name, 'localSheetId');
    if (local === undefined) return !isOwnName(name, owned);
    const index = moved[Number(local)] ?? -1;
    if (index >= 0) name.attributes.set('localSheetId', String(index));
    // What is printed of a sheet that was replaced is written anew.
    return index >= 0 && !replaced.has(sheetReference(textOf(name).split(',')[0]!)?.sheet ?? '');
  });
  const defined = (
    attributes: Record<string, string | number>,
    draft: SheetDraft,
    cells: string,
  ): XmlElement => element(`${prefix}definedName`, attributes, `${quotedSheet(draft.name)}!${cells}`);
  const own = added.flatMap(({ draft }): XmlElement[] => {
    const index = entries.findIndex((e) => attributeOf(e, 'name') === draft.name);
    const titleRow = draft.print?.titleRow ?? null;
    const printed = draft.print?.area;
    return [
      defined({ name: markName(draft.id), hidden: 1 }, draft, '$A$1'),
      ...draft.names.map(({ name, row, column }) => defined({ name }, draft, address(row, column, true))),
      ...(printed
        ? [defined({ name: '_xlnm.Print_Area', localSheetId: index }, draft, areaAddress(printed, true))]
        : []),
      ...(titleRow === null
        ? []
        : [defined({ name: '_xlnm.Print_Titles', localSheetId: index }, draft, titleRows(titleRow))]),
    ];
  });
  const names = [...kept, ...own];
  const target = list ?? {
    name: `${prefix}definedNames`,
    attributes: new Map<string, string>(),
    children: [],
  };
  target.children.splice(0, target.children.length, ...names);
  if (list || names.length === 0) return;
  const last = workbook.children.findLastIndex(
    (c) => typeof c !== 'string' && BEFORE_NAMES.includes(localName(c.name)),
  );
  workbook.children.splice(last + 1, 0, target);
}

/** The prefix that a part has bound to a namespace; "r" is bound when it has none. */
function namespacePrefix(root: XmlElement, namespace: string): string {
  for (const [name, value] of root.attributes)
    if (value === namespace && name.startsWith('xmlns:')) return name.slice(6);
  root.attributes.set('xmlns:r', namespace);
  return 'r';
}
