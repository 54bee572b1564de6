import { CELLS, TONES } from '../../../src/engine/report/palette';

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((i) => parseInt(color.slice(i, i + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

describe('the palette', () => {
  it.each(Object.entries(TONES).filter(([tone]) => tone !== 'invisible'))(
    'draws %s with at least 3:1 on white',
    (_tone, color) => {
      expect(contrast(color, '#FFFFFF')).toBeGreaterThanOrEqual(3);
    },
  );

  it.each([
    [CELLS.text, '#FFFFFF'],
    [CELLS.muted, '#FFFFFF'],
    [CELLS.muted, CELLS.cardFill],
    [CELLS.warning, CELLS.warningFill],
    [CELLS.headerText, CELLS.headerFill],
    [CELLS.title, CELLS.cardFill],
    [CELLS.inputText, CELLS.inputFill],
    [CELLS.link, '#FFFFFF'],
    [CELLS.text, CELLS.badFill],
    [CELLS.text, CELLS.warningFill],
    [CELLS.text, CELLS.scaleGood],
    [CELLS.text, CELLS.scaleBad],
  ])('writes %s on %s with at least 4.5:1', (text, fill) => {
    expect(contrast(text, fill)).toBeGreaterThanOrEqual(4.5);
  });
});
