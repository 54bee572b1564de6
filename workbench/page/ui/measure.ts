/** Excel's font, or one of its width; `styles.ts` says what "Sheet" is. */
const FAMILY = 'Sheet, "Sheet narrowed", sans-serif';
let context: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

/** Width of a text in a cell, in pixels; guessed where there is no canvas. `points` is the font's size. */
export function textWidth(text: string, points: number, bold: boolean): number {
  const key = `${points}${bold ? 'b' : ''} ${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  context ??= document.createElement('canvas').getContext('2d');
  let width = text.length * points * 0.62;
  if (context) {
    context.font = `${bold ? 'bold ' : ''}${(points * 4) / 3}px ${FAMILY}`;
    width = context.measureText(text).width;
  }
  if (known.size > MOST_KNOWN) known.clear();
  known.set(key, width);
  return width;
}

/** How many lines a wrapped text takes in a width, words kept whole. */
export function linesOf(text: string, width: number, points: number, bold: boolean): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(/(?<= )/)) {
      const size = textWidth(word, points, bold);
      if (used > 0 && used + size > width) [lines, used] = [lines + 1, 0];
      used += size;
    }
  }
  return lines;
}

export const forgetWidths = (): void => known.clear();
