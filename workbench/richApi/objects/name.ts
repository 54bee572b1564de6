import type { Book, StoredName } from '../../store/book';
import { itemNotFound } from '../../store/failure';
import { absolute, assertNameFree, target } from '../../store/names';
import type { HostObject } from '../hostObject';
import { asFlag, asText } from '../hostObject';
import { rangeObject, rangeOf } from './range';

function nameObject(book: Book, name: StoredName): HostObject {
  const range = (): HostObject | null => {
    const cells = target(book, name.formula);
    return cells && rangeObject(book, cells.sheet, cells.area);
  };
  return {
    className: 'NamedItem',
    id: name.name,
    get: {
      Name: () => name.name,
      Formula: () => name.formula,
      Comment: () => name.comment,
      Visible: () => name.visible,
      Type: () => 'Range',
      Scope: () => 'Workbook',
    },
    set: {
      Formula: (v) => void (name.formula = asText(v)),
      Comment: (v) => void (name.comment = asText(v)),
      Visible: (v) => void (name.visible = asFlag(v)),
    },
    methods: {
      GetRange: () => {
        const found = range();
        if (!found) throw itemNotFound();
        return found;
      },
      GetRangeOrNullObject: range,
      Delete: () => void book.names.delete(name.name.toLowerCase()),
    },
  };
}

export function nameCollection(book: Book): HostObject {
  const find = (key: unknown): StoredName | undefined => book.names.get(asText(key).toLowerCase());
  const named = (key: unknown): HostObject => {
    const found = find(key);
    if (!found) throw itemNotFound();
    return nameObject(book, found);
  };
  return {
    className: 'NamedItemCollection',
    items: () => [...book.names.values()].map((n) => nameObject(book, n)),
    item: named,
    methods: {
      GetItem: named,
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return found ? nameObject(book, found) : null;
      },
      GetCount: () => book.names.size,
      Add: (name, reference, comment) => {
        const given = asText(name);
        assertNameFree(book, given);
        const formula =
          typeof reference === 'string'
            ? reference
            : `=${absolute(rangeOf(reference).sheet.name, rangeOf(reference).area)}`;
        const made: StoredName = {
          name: given,
          formula,
          comment: typeof comment === 'string' ? comment : '',
          visible: true,
        };
        book.names.set(given.toLowerCase(), made);
        return nameObject(book, made);
      },
    },
  };
}
