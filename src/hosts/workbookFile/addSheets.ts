import type { Placement, PlacementOf } from '../../engine/report/placement';
import { chartXml } from './chartXml';
import { drawingXml } from './drawingXml';
import { baseFont, emptyStyles, mergeStyles, prefixed, type StyleOffsets } from './mergeStyles';
import { CUSTOM_PROPERTIES, markName, withRegistration } from './ownership';
import {
  CONTENT_TYPES,
  isKind,
  OFFICE,
  relationshipsPath,
  relationshipsXml,
  type Package,
  type Relationship,
} from './package';
import { dropRelationships, removeParts, tidyContentTypes } from './removeSheets';
import { draftSheets, type SheetDraft } from './sheetDraft';
import {
  ownedSheets,
  tablePaths,
  updateWorkbook,
  usedNames,
  withFreeNames,
  type AddedSheet,
} from './workbookPart';
import { writeSheets } from './writeSheets';
import { attributeOf, element, elementsOf, localName, type XmlElement } from './xml';

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

function refuseTakenNames(drafts: readonly SheetDraft[], used: ReadonlySet<string>): void {
  for (const draft of drafts)
    for (const { name } of [...draft.tables, ...draft.names, { name: markName(draft.id) }])
      if (used.has(name.toLowerCase())) throw new NameTaken(name);
}

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
