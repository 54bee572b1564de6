import { attributeOf, element, elementsOf, firstOf, isTrue, localName, type XmlElement } from './xml';
import type { BaseFont } from './writeSheets';

/** Where the added styles ended up: what to add to a cell style and to a conditional format of the added sheets. */
export interface StyleOffsets {
  readonly cellStyles: (index: number) => number;
  readonly differentialStyles: (index: number) => number;
}

/** The order in which a style sheet holds its lists (ISO 29500-1, 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;
const FIRST_OWN_FORMAT = 164;

/** The workbook's own font. */
export function baseFont(styles: XmlElement): BaseFont {
  const fonts = firstOf(styles, 'fonts');
  const font = fonts && elementsOf(fonts, 'font')[0];
  const value = (name: string): string | undefined => {
    const found = firstOf(font, name);
    return found && attributeOf(found, 'val');
  };
  return { name: value('name') ?? 'Calibri', size: Number(value('sz') ?? 11) };
}

/** Adds the styles of `added` behind those of `styles`; nothing that is there changes its place. */
export function mergeStyles(styles: XmlElement, added: XmlElement): StyleOffsets {
  const prefix = styles.name.slice(0, -localName(styles.name).length);
  const list = (name: (typeof ORDER)[number]): XmlElement => {
    const found = firstOf(styles, name);
    if (found) return found;
    const made: XmlElement = { name: prefix + name, attributes: new Map(), children: [] };
    const after = ORDER.slice(ORDER.indexOf(name) + 1);
    const at = styles.children.findIndex(
      (c) => typeof c !== 'string' && (after as readonly string[]).includes(localName(c.name)),
    );
    styles.children.splice(at < 0 ? styles.children.length : at, 0, made);
    return made;
  };
  const items = (root: XmlElement, name: string): XmlElement[] => {
    const found = firstOf(root, name);
    return found ? elementsOf(found) : [];
  };
  const append = (name: (typeof ORDER)[number], more: readonly XmlElement[]): number => {
    if (more.length === 0) return 0;
    const target = list(name);
    const before = elementsOf(target).length;
    target.children.push(...more.map((item) => prefixed(item, prefix)));
    target.attributes.set('count', String(before + more.length));
    return before;
  };

  const ids = items(styles, 'numFmts').map((f) => Number(attributeOf(f, 'numFmtId')));
  let nextFormat = Math.max(FIRST_OWN_FORMAT - 1, ...ids) + 1;
  const formats = new Map<string, string>();
  for (const format of items(added, 'numFmts')) {
    formats.set(attributeOf(format, 'numFmtId') ?? '', String(nextFormat));
    format.attributes.set('numFmtId', String(nextFormat++));
  }
  append('numFmts', items(added, 'numFmts'));
  const before = {
    fontId: append('fonts', items(added, 'fonts')),
    fillId: append('fills', items(added, 'fills')),
    borderId: append('borders', items(added, 'borders')),
  };
  const cellFormats = items(added, 'cellXfs');
  for (const xf of cellFormats) {
    // The first font, fill and border are the workbook's own in either file.
    for (const key of ['fontId', 'fillId', 'borderId'] as const) {
      const index = Number(attributeOf(xf, key) ?? 0);
      xf.attributes.set(key, String(index === 0 ? 0 : index + before[key]));
    }
    const format = attributeOf(xf, 'numFmtId') ?? '0';
    xf.attributes.set('numFmtId', formats.get(format) ?? format);
    // hucre writes "true"; every writer of Excel's writes "1".
    for (const [name, value] of xf.attributes) if (value === 'true') xf.attributes.set(name, '1');
    for (const child of elementsOf(xf))
      for (const [name, value] of child.attributes) if (isTrue(value)) child.attributes.set(name, '1');
  }
  const cellStylesBefore = append('cellXfs', cellFormats);
  const differentialBefore = append('dxfs', items(added, 'dxfs'));
  return {
    cellStyles: (index) => (index === 0 ? 0 : index + cellStylesBefore),
    differentialStyles: (index) => index + differentialBefore,
  };
}

/** The element with the prefix that the receiving part uses. */
export function prefixed(item: XmlElement, prefix: string): XmlElement {
  return {
    name: prefix + localName(item.name),
    attributes: item.attributes,
    children: item.children.map((c) => (typeof c === 'string' ? c : prefixed(c, prefix))),
  };
}

/** The styles of a workbook that has none: what Excel begins with. */
export const emptyStyles = (): XmlElement =>
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
