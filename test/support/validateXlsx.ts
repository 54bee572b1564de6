import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { openPackage, type Package } from '../../src/hosts/workbookFile/package';
import {
  attributeOf,
  elementsOf,
  localName,
  serialiseXml,
  type XmlElement,
} from '../../src/hosts/workbookFile/xml';

/**
 * Every part of a workbook against the schemas of ISO/IEC 29500-4 (transitional), as a program sees them that knows
 * nothing newer: markup compatibility is applied first (ISO/IEC 29500-3), that is, what a part itself declares as
 * ignorable is dropped and alternatives become their fallbacks. Two things that Excel writes itself are stripped:
 * `extLst` (storage for extensions) and `xml:space`, which XML allows anywhere and this schema nowhere. Parts of later
 * formats (chartEx, slicers, threaded comments …) have no schema there and are listed as `skipped`.
 */
export interface Validation {
  readonly valid: readonly string[];
  readonly skipped: readonly string[];
  /** Part and first complaints. */
  readonly invalid: readonly string[];
}

const SCHEMAS = join(__dirname, '../schemas/ooxml');
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006';

const SCHEMA_OF: Readonly<Record<string, string>> = {
  [SPREADSHEET]: 'sml.xsd',
  [`${DRAWING}/chart`]: 'dml-chart.xsd',
  [`${DRAWING}/spreadsheetDrawing`]: 'dml-spreadsheetDrawing.xsd',
  [`${DRAWING}/main`]: 'dml-main.xsd',
  [`${DOCUMENT}/extended-properties`]: 'shared-documentPropertiesExtended.xsd',
  [`${DOCUMENT}/custom-properties`]: 'shared-documentPropertiesCustom.xsd',
};

const schemas = readdirSync(SCHEMAS).map((fileName) => ({
  fileName,
  contents: readFileSync(join(SCHEMAS, fileName), 'utf8'),
}));

/** One schema that imports all the others, so that one run of the validator is enough. */
const ALL = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${Object.entries(SCHEMA_OF)
  .map(([namespace, file]) => `<xsd:import namespace="${namespace}" schemaLocation="${file}"/>`)
  .join('')}</xsd:schema>`;

export async function validateXlsx(bytes: Uint8Array): Promise<Validation> {
  const pack = openPackage(bytes);
  const parts: { readonly fileName: string; readonly contents: string; readonly path: string }[] = [];
  const skipped: string[] = [];
  for (const path of pack.paths()) {
    if (!path.endsWith('.xml') || path.startsWith('customXml/')) continue;
    const root = await pack.xml(path);
    const prefix = root.name.slice(0, -localName(root.name).length).replace(':', '');
    if (SCHEMA_OF[namespaces(root).get(prefix) ?? ''] === undefined) skipped.push(path);
    else parts.push({ fileName: `part${parts.length}.xml`, contents: serialiseXml(understood(root)), path });
  }
  const complaints = new Map<string, string[]>();
  const result = await validateXML({
    xml: parts.map(({ fileName, contents }) => ({ fileName, contents })),
    schema: { fileName: 'all.xsd', contents: ALL },
    preload: schemas,
    maxMemoryPages: 16384,
  });
  for (const error of result.errors) {
    const part = parts.find((p) => p.fileName === error.loc?.fileName)?.path;
    // The summary that follows a part's complaints has no place.
    if (part !== undefined) complaints.set(part, [...(complaints.get(part) ?? []), error.message.trim()]);
  }
  if (!result.valid && complaints.size === 0) complaints.set('the validator', [result.rawOutput]);
  for (const [path, what] of await looseEnds(pack))
    complaints.set(path, [...(complaints.get(path) ?? []), what]);
  return {
    valid: parts.map((p) => p.path).filter((path) => !complaints.has(path)),
    skipped,
    invalid: [...complaints].map(([path, messages]) => `${path}: ${messages.slice(0, 3).join(' | ')}`),
  };
}

/** What would make Excel offer a repair although every part is valid: relationships and content types that lead nowhere. */
async function looseEnds(pack: Package): Promise<readonly (readonly [string, string])[]> {
  const found: (readonly [string, string])[] = [];
  const types = elementsOf(await pack.xml('[Content_Types].xml'));
  const overridden = types.flatMap((t) => attributeOf(t, 'PartName')?.slice(1) ?? []);
  const endings = types.flatMap((t) => attributeOf(t, 'Extension')?.toLowerCase() ?? []);
  for (const path of overridden) if (!pack.has(path)) found.push([path, 'has a content type and is missing']);
  if (new Set(overridden).size < overridden.length) found.push(['[Content_Types].xml', 'names a part twice']);
  const ids: string[] = [];
  for (const path of pack.paths()) {
    if (path === '[Content_Types].xml') continue;
    if (!overridden.includes(path) && !endings.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase()))
      found.push([path, 'has no content type']);
    if (path.endsWith('.rels')) continue;
    const relationships = await pack.relationships(path);
    for (const { id, target, external } of relationships)
      if (!external && !pack.has(target)) found.push([path, `${id} leads to ${target}, which is missing`]);
    if (!path.endsWith('.xml') || path.startsWith('customXml/')) continue;
    const text = await pack.text(path);
    for (const [, id] of text.matchAll(/\sr:(?:id|embed|pict)="([^"]*)"/g))
      if (!relationships.some((r) => r.id === id)) found.push([path, `refers to ${id}, which is missing`]);
    if (path.startsWith('xl/tables/')) ids.push(attributeOf(await pack.xml(path), 'id') ?? '');
  }
  if (new Set(ids).size < ids.length) found.push(['xl/tables', 'two tables have the same id']);
  return found;
}

/** Prefix → namespace of the bindings on an element. */
const namespaces = (element: XmlElement): ReadonlyMap<string, string> =>
  new Map(
    [...element.attributes]
      .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
      .map(([name, value]) => [name.slice(6), value]),
  );

/** The element as a consumer sees it that understands none of the ignorable namespaces. */
function understood(root: XmlElement): XmlElement {
  const walk = (
    element: XmlElement,
    outer: ReadonlyMap<string, string>,
    outerIgnored: ReadonlySet<string>,
  ): (XmlElement | string)[] => {
    const bound = new Map([...outer, ...namespaces(element)]);
    const spaceOf = (name: string): string =>
      (name.includes(':') ? bound.get(name.slice(0, name.indexOf(':'))) : bound.get('')) ?? '';
    const ignored = new Set(outerIgnored);
    for (const [name, value] of element.attributes)
      if (localName(name) === 'Ignorable' && spaceOf(name) === COMPATIBILITY)
        for (const prefix of value.split(/\s+/)) ignored.add(bound.get(prefix) ?? '');
    if (ignored.has(spaceOf(element.name)) || localName(element.name) === 'extLst') return [];
    const children = element.children.flatMap((child) =>
      typeof child === 'string' ? [child] : walk(child, bound, ignored),
    );
    if (spaceOf(element.name) === COMPATIBILITY) {
      if (localName(element.name) !== 'AlternateContent') return children;
      const fallback = elementsOf(element, 'Fallback')[0];
      return fallback
        ? fallback.children.flatMap((c) => (typeof c === 'string' ? [c] : walk(c, bound, ignored)))
        : [];
    }
    const attributes = new Map(
      [...element.attributes].filter(
        ([name]) =>
          name.startsWith('xmlns') ||
          !name.includes(':') ||
          (name !== 'xml:space' && spaceOf(name) !== COMPATIBILITY && !ignored.has(spaceOf(name))),
      ),
    );
    return [{ name: element.name, attributes, children }];
  };
  const [result] = walk(root, new Map(), new Set());
  if (result === undefined || typeof result === 'string') throw new Error('The part has no root.');
  return result;
}

/** What tests expect of a workbook that Leadline wrote. */
export async function expectValidXlsx(bytes: Uint8Array): Promise<void> {
  expect((await validateXlsx(bytes)).invalid).toEqual([]);
}
