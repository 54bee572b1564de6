import { DamagedFile } from './damaged';

/**
 * As much XML as a workbook's small parts need: a tree whose names keep their prefixes, so that a part which is read,
 * changed and written again keeps everything that was not changed. Sheets and shared strings are scanned, not parsed.
 */
export interface XmlElement {
  name: string;
  readonly attributes: Map<string, string>;
  readonly children: (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text as XML holds it: entities resolved, line ends as "\n". */
export function decodeXml(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole;
    const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Text of a cell, a shared string or a note: XML, and `_x000D_` for what XML cannot hold (ISO 29500-1, 22.9.2.19). */
export function decodeCellText(raw: string): string {
  const text = decodeXml(raw);
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** What XML 1.0 cannot hold, and what would be read as an escape: lone surrogates, controls, `_x0041_`. */
const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9a-fA-F]{4}_)/g;

/** Spaces at the ends, which a reader of XML may drop; the schema does not know `xml:space` there. */
const OUTER_SPACE = /^[ \t\n]+|[ \t\n]+$/g;

const escapeUnit = (unit: string): string =>
  `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** Text in which every UTF-16 unit can stand in a cell of a workbook; `decodeCellText` turns it back. */
export const escapeCellText = (text: string): string =>
  text.replace(UNWRITABLE, escapeUnit).replace(OUTER_SPACE, (spaces) => spaces.replace(/[^]/g, escapeUnit));

/** Text for a chart or a document property, where controls and halves of characters have no place and no escape. */
export const writableText = (text: string): string =>
  text.replace(UNWRITABLE, (unit) => (unit === '_' ? unit : ' '));

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Element text. */
export const xmlText = (text: string): string => text.replace(/[&<>\r]/g, (c) => ESCAPES[c]!);
export const xmlAttribute = (text: string): string => text.replace(/[&<>"\n\r\t]/g, (c) => ESCAPES[c]!);

/** `name` without its prefix. */
export const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const TAG =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|[?!][^>]*>|(\/?)([^\s/>]+)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

export function attributesOf(raw: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single] of raw.matchAll(ATTRIBUTE))
    attributes.set(name!, decodeXml(double ?? single ?? ''));
  return attributes;
}

/** The root element. Comments and processing instructions are dropped. */
export function parseXml(xml: string): XmlElement {
  const document: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [document];
  let textFrom = 0;
  for (const match of xml.matchAll(TAG)) {
    const parent = open[open.length - 1]!;
    const [whole, cdata, closing, name, attributes, selfClosing] = match;
    if (match.index > textFrom) parent.children.push(decodeXml(xml.slice(textFrom, match.index)));
    textFrom = match.index + whole.length;
    if (cdata !== undefined) parent.children.push(cdata);
    if (name === undefined) continue;
    if (closing) {
      if (open.length < 2 || open.pop()!.name !== name) throw new DamagedFile(`</${name}> does not fit`);
      continue;
    }
    const element: XmlElement = { name, attributes: attributesOf(attributes ?? ''), children: [] };
    parent.children.push(element);
    if (!selfClosing) open.push(element);
  }
  const root = elementsOf(document)[0];
  if (open.length !== 1 || !root) throw new DamagedFile('XML is cut off');
  return root;
}

export function serialiseXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${elementText(root)}`;
}

function elementText(element: XmlElement): string {
  let text = `<${element.name}`;
  for (const [name, value] of element.attributes) text += ` ${name}="${xmlAttribute(value)}"`;
  if (element.children.length === 0) return `${text}/>`;
  text += '>';
  for (const child of element.children)
    text += typeof child === 'string' ? xmlText(child) : elementText(child);
  return `${text}</${element.name}>`;
}

/** Children that are elements; with `local`, only those of that name whatever their prefix. */
export const elementsOf = (parent: XmlElement, local?: string): XmlElement[] =>
  parent.children.filter(
    (c): c is XmlElement => typeof c !== 'string' && (local === undefined || localName(c.name) === local),
  );

export const firstOf = (parent: XmlElement | undefined, local: string): XmlElement | undefined =>
  parent && elementsOf(parent, local)[0];

/** All text below. */
export const textOf = (element: XmlElement): string =>
  element.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('');

/** An attribute by its local name, as `r:id` is `ns0:id` in some files. */
export function attributeOf(element: XmlElement, local: string): string | undefined {
  const plain = element.attributes.get(local);
  if (plain !== undefined) return plain;
  for (const [name, value] of element.attributes) if (localName(name) === local) return value;
  return undefined;
}

/** An attribute of type xsd:boolean. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

export const element = (
  name: string,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: (XmlElement | string)[]
): XmlElement => ({
  name,
  attributes: new Map(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
  children,
});
