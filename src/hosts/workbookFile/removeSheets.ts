import { CONTENT_TYPES, relationshipsPath, relationshipsXml, type Package } from './package';
import { attributeOf, elementsOf, type XmlElement } from './xml';

/**
 * Takes parts out of a package with everything that only they used: drawings, charts, notes, tables. What another
 * part refers to stays.
 */
export async function removeParts(pack: Package, doomed: readonly string[]): Promise<void> {
  const below = new Set<string>();
  const collect = async (path: string): Promise<void> => {
    for (const { target, external } of await pack.relationships(path)) {
      if (external || below.has(target) || !pack.has(target)) continue;
      below.add(target);
      await collect(target);
    }
  };
  for (const path of doomed) await collect(path);
  const gone = new Set(doomed);
  // A removed sheet's drawing must not come back because one of its own charts refers to it.
  const held = new Set<string>();
  const hold = async (path: string): Promise<void> => {
    for (const { target, external } of await pack.relationships(path)) {
      if (external || gone.has(target) || held.has(target)) continue;
      held.add(target);
      await hold(target);
    }
  };
  await hold('');
  for (const path of [...doomed, ...below]) {
    if (held.has(path)) continue;
    pack.remove(path);
    pack.remove(relationshipsPath(path));
  }
}

/** Drops relationships of a part, and with them what the part no longer names. */
export async function dropRelationships(
  pack: Package,
  source: string,
  drop: (target: string) => boolean,
): Promise<void> {
  const kept = (await pack.relationships(source)).filter((r) => r.external || !drop(r.target));
  pack.set(relationshipsPath(source), relationshipsXml(source, kept));
}

/** Content types of parts that are no longer there are taken out. */
export async function tidyContentTypes(pack: Package): Promise<XmlElement> {
  const types = await pack.xml(CONTENT_TYPES);
  const kept = elementsOf(types).filter((type) => {
    const path = attributeOf(type, 'PartName');
    return path === undefined || pack.has(path.replace(/^\//, ''));
  });
  types.children.splice(0, types.children.length, ...kept);
  return types;
}
