import type { PlacementOf } from '../../engine/report/placement';
import { sheetReference } from './a1';
import { isKind, type Package, type Relationship } from './package';
import {
  attributeOf,
  attributesOf,
  element,
  elementsOf,
  firstOf,
  localName,
  textOf,
  type XmlElement,
} from './xml';
import { contentOf } from './zip';

/**
 * How a file says which sheets are Leadline's. Two marks must agree, or the sheet is the user's: the document property
 * `Leadline` registers the ids of the sheets that a run wrote, and a hidden name of the workbook, `_Leadline_<id>`,
 * refers to the sheet. A sheet that was renamed keeps both; a copy of a sheet has only names of its own and is the
 * user's. The property is written last, with the run's stamp. The add-in marks its sheets differently
 * (`ownedInExcel`); either way makes a sheet Leadline's.
 */
export interface OwnershipMarks {
  /** Sheet name by report sheet id. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly stamp: Readonly<Record<string, string | number>> | undefined;
}

const PROPERTY = 'Leadline';
export const CUSTOM_PROPERTIES = 'docProps/custom.xml';
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANT_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** The hidden name of a report sheet's id. */
export const markName = (id: string): string => `_Leadline_${id.replace(/[^A-Za-z0-9_.]/g, '_')}`;

export async function readOwnership(
  pack: Package,
  workbook: XmlElement,
  related: readonly Relationship[],
): Promise<OwnershipMarks> {
  const registered = pack.has(CUSTOM_PROPERTIES)
    ? registration(await pack.xml(CUSTOM_PROPERTIES))
    : undefined;
  const names = workbookNames(workbook);
  const sheets = new Map(await ownedInExcel(pack, workbook, related));
  for (const id of registered?.sheets ?? []) {
    const place = sheetReference(names.get(markName(id).toLowerCase()) ?? '');
    if (place) sheets.set(id, place.sheet);
  }
  return { sheets, stamp: registered?.stamp };
}

const REGISTER = 'Leadline.sheets';
const MARK = /<(?:\w+:)?customPr\b[^>]*\bname="LeadlineSheet"[^>]*>/;

/**
 * Sheets that the add-in made, in a workbook that Excel saved (`hosts/excel/ownership.ts`): a custom property of the
 * worksheet holds the report sheet's id, and the add-in's settings register that id under the worksheet's own. Excel
 * keeps the settings in the part of the web extension and the value of a property as UTF-16 in a part of its own.
 */
async function ownedInExcel(
  pack: Package,
  workbook: XmlElement,
  related: readonly Relationship[],
): Promise<ReadonlyMap<string, string>> {
  const register = await excelRegister(pack);
  const owned = new Map<string, string>();
  const list = firstOf(workbook, 'sheets');
  for (const entry of register.size > 0 && list ? elementsOf(list, 'sheet') : []) {
    const path = related.find((r) => r.id === attributeOf(entry, 'id'))?.target;
    const properties = path === undefined ? [] : await pack.relationships(path);
    if (path === undefined || !properties.some((r) => isKind(r, 'customProperty'))) continue;
    const sheet = await pack.text(path);
    const mark = attributesOf(MARK.exec(sheet)?.[0] ?? '').get('r:id');
    const value = properties.find((r) => r.id === mark && isKind(r, 'customProperty'));
    const worksheetId = /\bxr:uid="([^"]*)"/.exec(sheet)?.[1];
    const id = register.get(worksheetId?.toLowerCase() ?? '');
    if (id === undefined || !value || !pack.has(value.target)) continue;
    const content = new TextDecoder('utf-16le').decode(await contentOf(pack.entry(value.target)));
    if (content.replace(/\0+$/, '') === id) owned.set(id, attributeOf(entry, 'name') ?? '');
  }
  return owned;
}

/** Report sheet id by worksheet id in lower case. */
async function excelRegister(pack: Package): Promise<ReadonlyMap<string, string>> {
  for (const path of pack.paths()) {
    if (!/^xl\/webextensions\/webextension\d*\.xml$/i.test(path)) continue;
    const properties = firstOf(await pack.xml(path), 'properties');
    const setting = properties && elementsOf(properties).find((p) => attributeOf(p, 'name') === REGISTER);
    // A setting is kept as JSON, and this one's value is a text that is JSON itself.
    const register = setting && parsedJson(parsedJson(attributeOf(setting, 'value')));
    if (typeof register !== 'object' || register === null) continue;
    return new Map(
      Object.entries(register).flatMap(([worksheetId, record]: readonly [string, unknown]) =>
        typeof record === 'object' && record !== null && 'sheet' in record && typeof record.sheet === 'string'
          ? [[worksheetId.toLowerCase(), record.sheet] as const]
          : [],
      ),
    );
  }
  return new Map();
}

/** The value of a JSON text; undefined for what is none, such as a property that was edited by hand. */
function parsedJson(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** What a name of the whole workbook refers to, by the name in lower case, as Excel compares them. */
function workbookNames(workbook: XmlElement): ReadonlyMap<string, string> {
  const list = firstOf(workbook, 'definedNames');
  return new Map(
    (list ? elementsOf(list, 'definedName') : [])
      .filter((name) => attributeOf(name, 'localSheetId') === undefined)
      .map((name) => [(attributeOf(name, 'name') ?? '').toLowerCase(), textOf(name)]),
  );
}

function registration(properties: XmlElement): Pick<PlacementOf<'stamp'>, 'sheets' | 'stamp'> | undefined {
  const property = elementsOf(properties).find((p) => attributeOf(p, 'name') === PROPERTY);
  if (!property) return undefined;
  const parsed = parsedJson(textOf(property));
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { sheets, stamp } = parsed as { sheets?: unknown; stamp?: unknown }; // both are checked below
  if (!Array.isArray(sheets) || !sheets.every((id): id is string => typeof id === 'string')) return undefined;
  return { sheets, stamp: isStamp(stamp) ? stamp : {} };
}

const isStamp = (value: unknown): value is Readonly<Record<string, string | number>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((v) => typeof v === 'string' || typeof v === 'number');

/** The document properties with Leadline's replaced; the user's own are kept. */
export function withRegistration(
  properties: XmlElement | undefined,
  { sheets, stamp }: Pick<PlacementOf<'stamp'>, 'sheets' | 'stamp'>,
): XmlElement {
  const kept = (properties ? elementsOf(properties) : []).filter((p) => attributeOf(p, 'name') !== PROPERTY);
  const ids = kept.map((p) => Number(attributeOf(p, 'pid') ?? 1));
  const own = element(
    'property',
    { fmtid: FORMAT_ID, pid: Math.max(1, ...ids) + 1, name: PROPERTY },
    element('vt:lpwstr', {}, JSON.stringify({ sheets, stamp })),
  );
  const root = properties ?? element('Properties', { xmlns: PROPERTIES, 'xmlns:vt': VARIANT_TYPES });
  // In another writer's part the property's element needs that part's own prefix.
  own.name = root.name.replace(localName(root.name), 'property');
  if (!root.attributes.has('xmlns:vt')) root.attributes.set('xmlns:vt', VARIANT_TYPES);
  return { ...root, children: [...kept, own] };
}
