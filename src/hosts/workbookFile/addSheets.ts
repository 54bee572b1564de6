import type { Placement, PlacementOf } from '../../engine/report/placement';
import { address, quotedSheet } from '../../engine/report/formula';
import { chartXml } from './chartXml';
import { drawingXml } from './drawingXml';
import { baseFont, mergeStyles, prefixed, type StyleOffsets } from './mergeStyles';
import { CUSTOM_PROPERTIES, markName, readOwnership, withRegistration } from './ownership';
import {
  CONTENT_TYPES,
  isKind,
  relationshipsPath,
  relationshipsXml,
  type Package,
  type Relationship,
} from './package';
import { areaAddress, sheetReference } from './a1';
import { dropRelationships, removeParts, tidyContentTypes } from './removeSheets';
import { draftSheets, type SheetDraft } from './sheetDraft';
import { titleRows, writeSheets } from './writeSheets';
import { attributeOf, element, elementsOf, firstOf, localName, textOf, type XmlElement } from './xml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const TYPES: Readonly<Record<string, string>> = {
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  table: `${SPREADSHEET}.table+xml`,
  comments: `${SPREADSHEET}.comments+xml`,
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  'custom-properties': 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
};
const VML = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Where each kind of part goes: the path without its number, and its ending. */
const FOLDERS: Readonly<Record<string, readonly [string, string]>> = {
  worksheet: ['xl/worksheets/sheet', '.xml'],
  table: ['xl/tables/table', '.xml'],
  comments: ['xl/comments', '.xml'],
  drawing: ['xl/drawings/drawing', '.xml'],
  vmlDrawing: ['xl/drawings/vmlDrawing', '.vml'],
  chart: ['xl/charts/chart', '.xml'],
};

/** A name that the results need and that the workbook uses for something else. */
export class NameTaken extends Error {
  constructor(readonly taken: string) {
    super(`The name ${taken} is taken.`);
    this.name = 'NameTaken';
  }
}

/**
 * Plays the placements into a package: Leadline's earlier sheets make way, new ones take their places or come last.
 * Only the parts that must know of them change (workbook, styles, content types, relationships, document properties);
 * every other part stays as it is, byte for byte. Throws `NameTaken` before anything is lost.
 */
export async function addSheets(
  pack: Package,
  path: string,
  placements: readonly Placement[],
): Promise<void> {
  const workbook = await pack.xml(path);
  const related = await pack.relationships(path);
  const owned = await ownedSheets(pack, workbook, related);
  const drafts = withFreeNames(draftSheets(placements), workbook, owned);
  const nameOf = new Map(drafts.map((draft) => [draft.id, draft.name]));
  const sheetName = (id: string): string => nameOf.get(id) ?? id;

  const stylesPath = related.find((r) => isKind(r, 'styles'))?.target ?? 'xl/styles.xml';
  const styles = pack.has(stylesPath) ? await pack.xml(stylesPath) : emptyStyles();
  const made = await writeSheets(drafts, baseFont(styles), sheetName);

  const chain = related.filter((r) => isKind(r, 'calcChain')).map((r) => r.target);
  // The order of calculation names cells that go; Excel makes a new one when it opens the file.
  const doomed = [...owned.values()].map((o) => o.path).concat(chain);
  await dropRelationships(pack, path, (target) => doomed.includes(target));
  await removeParts(pack, doomed);
  refuseTakenNames(drafts, await usedNames(pack, workbook, owned));

  const types = await tidyContentTypes(pack);
  const offsets = mergeStyles(styles, await made.xml('xl/styles.xml'));
  pack.set(stylesPath, styles);
  const context: Adding = { pack, made, types, offsets, nextTable: await nextTableId(pack) };
  const sheets: AddedSheet[] = [];
  for (const [i, draft] of drafts.entries())
    sheets.push({ draft, path: await addSheet(context, `xl/worksheets/sheet${i + 1}.xml`, draft) });

  const links = [...(await pack.relationships(path))];
  if (!links.some((r) => isKind(r, 'styles'))) {
    links.push({ id: freeId(links), type: `${OFFICE}/styles`, target: stylesPath, external: false });
    declare(types, stylesPath, 'styles');
  }
  const ids = sheets.map((sheet) => {
    const id = freeId(links);
    links.push({ id, type: `${OFFICE}/worksheet`, target: sheet.path, external: false });
    return id;
  });
  pack.set(relationshipsPath(path), relationshipsXml(path, links));
  updateWorkbook(
    workbook,
    sheets.map((s, i) => ({ ...s, relationship: ids[i]! })),
    owned,
  );
  pack.set(path, workbook);

  const stamp = placements.find((p): p is PlacementOf<'stamp'> => p.kind === 'stamp');
  if (stamp) await register(pack, types, stamp);
  pack.set(CONTENT_TYPES, types);
}

interface OwnedSheet {
  readonly name: string;
  readonly path: string;
}

/** By report sheet id. */
async function ownedSheets(
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
function withFreeNames(
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
async function usedNames(
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

function refuseTakenNames(drafts: readonly SheetDraft[], used: ReadonlySet<string>): void {
  for (const draft of drafts)
    for (const { name } of [...draft.tables, ...draft.names, { name: markName(draft.id) }])
      if (used.has(name.toLowerCase())) throw new NameTaken(name);
}

const tablePaths = (pack: Package): readonly string[] =>
  pack.paths().filter((p) => /^xl\/tables\/[^/]+\.xml$/i.test(p));

async function nextTableId(pack: Package): Promise<number> {
  let highest = 0;
  for (const path of tablePaths(pack))
    highest = Math.max(highest, Number(attributeOf(await pack.xml(path), 'id') ?? 0));
  return highest + 1;
}

interface Adding {
  readonly pack: Package;
  readonly made: Package;
  readonly types: XmlElement;
  readonly offsets: StyleOffsets;
  nextTable: number;
}

interface AddedSheet {
  readonly draft: SheetDraft;
  readonly path: string;
}

function freePath(pack: Package, kind: string): string {
  const [before, after] = FOLDERS[kind] ?? [];
  for (let n = 1; ; n++) if (!pack.has(`${before}${n}${after}`)) return `${before}${n}${after}`;
}

function freeId(links: readonly Relationship[]): string {
  for (let n = 1; ; n++) if (!links.some((r) => r.id === `rId${n}`)) return `rId${n}`;
}

function declare(types: XmlElement, path: string, kind: string): void {
  const type = TYPES[kind];
  const prefix = types.name.slice(0, -localName(types.name).length);
  if (type !== undefined)
    types.children.push(prefixed(element('Override', { PartName: `/${path}`, ContentType: type }), prefix));
  else if (!elementsOf(types, 'Default').some((d) => attributeOf(d, 'Extension')?.toLowerCase() === 'vml'))
    types.children.unshift(prefixed(element('Default', { Extension: 'vml', ContentType: VML }), prefix));
}

/** Copies a sheet that hucre wrote, with its parts, into the package; charts and their drawing are written here. */
async function addSheet(context: Adding, from: string, draft: SheetDraft): Promise<string> {
  const { pack, made, types } = context;
  const put = (kind: string, content: string): string => {
    const path = freePath(pack, kind);
    pack.set(path, content);
    declare(types, path, kind);
    return path;
  };
  const path = put('worksheet', plainText(restyled(await made.text(from), context.offsets)));
  const links: Relationship[] = [];
  for (const link of await made.relationships(from)) {
    const kind = link.type.slice(link.type.lastIndexOf('/') + 1);
    const target =
      kind === 'drawing'
        ? putDrawing(pack, draft, put)
        : put(kind, await partText(context, link.target, kind));
    links.push({ ...link, target });
  }
  if (links.length > 0) pack.set(relationshipsPath(path), relationshipsXml(path, links));
  return path;
}

function putDrawing(
  pack: Package,
  draft: SheetDraft,
  put: (kind: string, content: string) => string,
): string {
  const charts = draft.charts.map((chart, i) => ({
    chart,
    relationship: `rId${i + 1}`,
    path: put('chart', chartXml(chart, draft)),
  }));
  const drawing = put('drawing', drawingXml(charts));
  pack.set(
    relationshipsPath(drawing),
    relationshipsXml(
      drawing,
      charts.map((c) => ({ id: c.relationship, type: `${OFFICE}/chart`, target: c.path, external: false })),
    ),
  );
  return drawing;
}

async function partText(context: Adding, path: string, kind: string): Promise<string> {
  const text = await context.made.text(path);
  if (kind === 'table') return text.replace(/ id="\d+"/, ` id="${context.nextTable++}"`);
  return kind === 'vmlDrawing' ? roomyNotes(text) : text;
}

/** Numbers of styles as the receiving workbook counts them. What hucre writes is regular enough for a pattern. */
const restyled = (sheet: string, offsets: StyleOffsets): string =>
  sheet
    .replace(/<c [^>]*?\bs="(\d+)"/g, (cell, index: string) =>
      cell.replace(/\bs="\d+"$/, `s="${offsets.cellStyles(Number(index))}"`),
    )
    .replace(/<cfRule [^>]*?\bdxfId="(\d+)"/g, (rule, index: string) =>
      rule.replace(/\bdxfId="\d+"$/, `dxfId="${offsets.differentialStyles(Number(index))}"`),
    );

/**
 * A text that hucre wrote as a run without a format is a plain string, which more readers know. `escapeCellText` has
 * kept its outer spaces, so it needs no `xml:space`, which the schema does not allow there.
 */
const plainText = (sheet: string): string =>
  sheet.replace(/<is><r><t(?: xml:space="preserve")?>([^<]*)<\/t><\/r><\/is>/g, '<is><t>$1</t></is>');

/** hucre's notes are two columns wide and four rows high, too small for a sentence or two. */
const roomyNotes = (vml: string): string =>
  vml
    .replaceAll('width:108pt;height:59.25pt', 'width:240pt;height:90pt')
    .replace(
      /<x:Anchor>(\d+),15,(\d+),2,\d+,31,\d+,4<\/x:Anchor>/g,
      (_, column: string, row: string) =>
        `<x:Anchor>${column},15,${row},2,${Number(column) + 4},15,${Number(row) + 5},4</x:Anchor>`,
    );

/** The lists of a workbook that come before its names (ISO 29500-1, 18.2.27). */
const BEFORE_NAMES = ['sheets', 'functionGroups', 'externalReferences'];

function updateWorkbook(
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

async function register(pack: Package, types: XmlElement, stamp: PlacementOf<'stamp'>): Promise<void> {
  const links = [...(await pack.relationships(''))];
  const present = pack.has(CUSTOM_PROPERTIES);
  pack.set(
    CUSTOM_PROPERTIES,
    withRegistration(present ? await pack.xml(CUSTOM_PROPERTIES) : undefined, stamp),
  );
  if (present) return;
  declare(types, CUSTOM_PROPERTIES, 'custom-properties');
  links.push({
    id: freeId(links),
    type: `${OFFICE}/custom-properties`,
    target: CUSTOM_PROPERTIES,
    external: false,
  });
  pack.set(relationshipsPath(''), relationshipsXml('', links));
}

const emptyStyles = (): XmlElement =>
  element(
    'styleSheet',
    { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' },
    element(
      'fonts',
      { count: 1 },
      element('font', {}, element('sz', { val: 11 }), element('name', { val: 'Calibri' })),
    ),
    element(
      'fills',
      { count: 2 },
      element('fill', {}, element('patternFill', { patternType: 'none' })),
      element('fill', {}, element('patternFill', { patternType: 'gray125' })),
    ),
    element(
      'borders',
      { count: 1 },
      element('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side))),
    ),
    element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
    element(
      'cellXfs',
      { count: 1 },
      element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }),
    ),
    element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
  );
