import { DamagedFile, OversizedFile } from './damaged';
import { attributeOf, element, elementsOf, parseXml, serialiseXml, type XmlElement } from './xml';
import { contentOf, readZip, writeZip, zipEntry, type ZipEntry } from './zip';

/** The namespace of relationships, and the beginning of their types. */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A workbook as its parts (Open Packaging Conventions, ISO/IEC 29500-2): relationships and content types are followed,
 * nothing is assumed about where a part lies. Parts that are not `set` are written back as they came.
 */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Path of the part, or the address of something outside. */
  readonly target: string;
  readonly external: boolean;
}

export interface Package {
  readonly paths: () => readonly string[];
  readonly has: (path: string) => boolean;
  readonly entry: (path: string) => ZipEntry;
  readonly text: (path: string) => Promise<string>;
  readonly xml: (path: string) => Promise<XmlElement>;
  readonly set: (path: string, content: string | XmlElement) => void;
  readonly remove: (path: string) => void;
  readonly relationships: (path: string) => Promise<readonly Relationship[]>;
  readonly bytes: () => Promise<Uint8Array>;
}

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const CONTENT_TYPES = '[Content_Types].xml';

/** Where the relationships of a part stand; those of the package itself for "". */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`;
}

/** The part that a target names, seen from `source`. */
function resolveTarget(source: string, target: string): string {
  const from = target.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') from.pop();
    else if (step !== '.' && step !== '') from.push(step);
  return from.join('/');
}

/** The target that names `path` from `source`. */
function relativeTarget(source: string, path: string): string {
  const from = source.split('/').slice(0, -1);
  const to = path.split('/');
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => '..'), ...to].join('/');
}

/** Bytes of a part that is read as a whole; those that can be larger are read piece by piece. */
const LARGEST_TEXT = 2 ** 28;

export function openPackage(bytes: Uint8Array | undefined): Package {
  const entries = new Map<string, ZipEntry | Uint8Array>(bytes && readZip(bytes));
  /** Part names are compared without case (ISO 29500-2, 6.2.2.3); some writers rely on it. */
  const actual = (path: string): string => {
    if (entries.has(path)) return path;
    for (const key of entries.keys()) if (key.toLowerCase() === path.toLowerCase()) return key;
    return path;
  };
  const text = async (path: string): Promise<string> => {
    const found = entries.get(actual(path));
    if (!found) throw new DamagedFile(`${path} is missing`);
    if (!(found instanceof Uint8Array) && found.size > LARGEST_TEXT) throw new OversizedFile(path);
    const content = found instanceof Uint8Array ? found : await contentOf(found);
    const utf16 = content[0] === 0xff && content[1] === 0xfe;
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(content);
  };
  const xml = async (path: string): Promise<XmlElement> => parseXml(await text(path));
  return {
    paths: () => [...entries.keys()],
    has: (path) => entries.has(actual(path)),
    entry: (path) => {
      const found = entries.get(actual(path));
      if (!found || found instanceof Uint8Array) throw new DamagedFile(`${path} is missing`);
      return found;
    },
    text,
    xml,
    set: (path, content) =>
      void entries.set(
        actual(path),
        new TextEncoder().encode(typeof content === 'string' ? content : serialiseXml(content)),
      ),
    remove: (path) => void entries.delete(actual(path)),
    relationships: async (path) => {
      const at = relationshipsPath(path);
      if (!entries.has(actual(at))) return [];
      return elementsOf(await xml(at), 'Relationship').map((relationship) => {
        const external = attributeOf(relationship, 'TargetMode') === 'External';
        const target = attributeOf(relationship, 'Target') ?? '';
        return {
          id: attributeOf(relationship, 'Id') ?? '',
          type: attributeOf(relationship, 'Type') ?? '',
          target: external ? target : resolveTarget(path, target),
          external,
        };
      });
    },
    bytes: async () => {
      const packed: ZipEntry[] = [];
      for (const [path, content] of entries)
        packed.push(content instanceof Uint8Array ? await zipEntry(path, content) : content);
      return writeZip(packed);
    },
  };
}

/** A relationship of a kind ("worksheet", "table", …), in the transitional as in the strict namespace. */
export const isKind = (relationship: Relationship, kind: string): boolean =>
  relationship.type.endsWith(`/${kind}`);

export const relationshipsXml = (source: string, list: readonly Relationship[]): XmlElement =>
  element(
    'Relationships',
    { xmlns: RELATIONSHIPS },
    ...list.map((r) =>
      element('Relationship', {
        Id: r.id,
        Type: r.type,
        Target: r.external ? r.target : relativeTarget(source, r.target),
        ...(r.external && { TargetMode: 'External' }),
      }),
    ),
  );
