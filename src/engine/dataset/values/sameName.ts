/** What a stage or a person is found by: case and spaces do not make another one. */
export const sameName = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Labels that differ in case and spaces are one, and the first spelling names it: the names, and which of them a label has. */
export function foldLabels(labels: readonly string[]): {
  readonly names: readonly string[];
  readonly of: Int32Array;
} {
  const seen = new Map<string, number>();
  const names: string[] = [];
  const of = Int32Array.from(labels, (label) => {
    const key = sameName(label);
    let at = seen.get(key);
    if (at === undefined) {
      at = names.length;
      seen.set(key, at);
      names.push(label);
    }
    return at;
  });
  return { names, of };
}
