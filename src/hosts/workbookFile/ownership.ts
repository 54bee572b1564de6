import type { PlacementOf } from '../../engine/report/placement';
import { sheetReference } from './a1';
import type { Package } from './package';
import { attributeOf, element, elementsOf, firstOf, localName, textOf, type XmlElement } from './xml';

/**
 * How a file says which sheets are Leadline's. Two marks must agree, or the sheet is the user's: the document property
 * `Leadline` registers the ids of the sheets that a run wrote, and a hidden name of the workbook, `_Leadline_<id>`,
 * refers to the sheet. A sheet that was renamed keeps both; a copy of a sheet has only names of its own and is the
 * user's. The property is written last, with the run's stamp.
 */
export interface OwnershipMarks {
  /** Sheet name by report sheet id. */
  readonly sheets: ReadonlyMap<string, string>;
  readonly stamp: Readonly<Record<string, string | number>> | undefined;
}

export const PROPERTY = 'Leadline';
export const CUSTOM_PROPERTIES = 'docProps/custom.xml';
const FORMAT_ID = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANT_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** The hidden name of a report sheet's id. */
export const markName = (id: string): string => `_Leadline_${id.replace(/[^A-Za-z0-9_.]/g, '_')}`;

export async function readOwnership(pack: Package, workbook: XmlElement): Promise<OwnershipMarks> {
  const registered = pack.has(CUSTOM_PROPERTIES)
    ? registration(await pack.xml(CUSTOM_PROPERTIES))
    : undefined;
  const names = workbookNames(workbook);
  const sheets = new Map<string, string>();
  for (const id of registered?.sheets ?? []) {
    const place = sheetReference(names.get(markName(id).toLowerCase()) ?? '');
    if (place) sheets.set(id, place.sheet);
  }
  return { sheets, stamp: registered?.stamp };
}

/** What a name of the whole workbook refers to, by the name in lower case, as Excel compares them. */
export function workbookNames(workbook: XmlElement): ReadonlyMap<string, string> {
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
  try {
    const parsed: unknown = JSON.parse(textOf(property));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { sheets, stamp } = parsed as { sheets?: unknown; stamp?: unknown }; // both are checked below
    if (!Array.isArray(sheets) || !sheets.every((id): id is string => typeof id === 'string'))
      return undefined;
    return { sheets, stamp: isStamp(stamp) ? stamp : {} };
  } catch (error) {
    // Someone else's property of that name, or one edited by hand: no mark.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
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
