import { itemNotFound } from '../../store/failure';
import type { HostObject } from '../hostObject';
import { asText } from '../hostObject';

/** Workbook settings and worksheet custom properties: values by key, the key's case does not matter. */
export function keyedCollection(
  collection: string,
  member: string,
  map: Map<string, string>,
  encode: (value: unknown) => string,
  decode: (stored: string) => unknown,
): HostObject {
  const keyOf = (key: unknown): string | undefined => {
    const wanted = asText(key).toLowerCase();
    return [...map.keys()].find((k) => k.toLowerCase() === wanted);
  };
  const itemObject = (key: string): HostObject => ({
    className: member,
    id: key,
    get: { Key: () => key, Value: () => decode(map.get(key) ?? '') },
    set: { Value: (value) => void map.set(key, encode(value)) },
    methods: { Delete: () => void map.delete(key) },
  });
  const named = (key: unknown): HostObject => {
    const found = keyOf(key);
    if (found === undefined) throw itemNotFound();
    return itemObject(found);
  };
  return {
    className: collection,
    items: () => [...map.keys()].map(itemObject),
    item: named,
    methods: {
      Add: (key, value) => {
        const name = keyOf(key) ?? asText(key);
        map.set(name, encode(value));
        return itemObject(name);
      },
      GetItem: named,
      GetItemOrNullObject: (key) => {
        const found = keyOf(key);
        return found === undefined ? null : itemObject(found);
      },
      GetCount: () => map.size,
    },
  };
}
