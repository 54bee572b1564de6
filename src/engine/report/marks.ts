/** Hash 1a of Fowler, Noll and Vo over the UTF-16 units, as eight hexadecimal digits. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** A short mark for each text, the same on every run; equal texts, and texts whose marks fall together, are told apart. */
export function marksOf(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const mark = fnv1a(text);
    const nth = (seen.get(mark) ?? 0) + 1;
    seen.set(mark, nth);
    return nth === 1 ? mark : `${mark}-${nth}`;
  });
}
