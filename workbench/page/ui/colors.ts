/** Colours of a sheet are chosen for white paper. On dark paper light and dark change places and the hue stays. */
export type Theme = 'light' | 'dark';

type Hsl = readonly [hue: number, saturation: number, lightness: number];

export function shownColor(stored: string, theme: Theme): string {
  const hex = /^#([0-9a-f]{6})$/i.exec(stored)?.[1];
  if (theme === 'light' || hex === undefined) return stored;
  const [h, s, l] = hslOf(parseInt(hex, 16));
  // From the dark paper (white) to near white (black).
  return hexOf([h, s * 0.85, 0.13 + (1 - l) * 0.82]);
}

/** Marks of charts keep their colour, lifted where it would sink into dark paper. */
export function shownMark(stored: string, theme: Theme): string {
  const hex = /^#([0-9a-f]{6})$/i.exec(stored)?.[1];
  if (theme === 'light' || hex === undefined) return stored;
  const [h, s, l] = hslOf(parseInt(hex, 16));
  return hexOf([h, s, Math.max(l, 0.58)]);
}

function hslOf(rgb: number): Hsl {
  const [r, g, b] = [(rgb >> 16) / 255, ((rgb >> 8) & 255) / 255, (rgb & 255) / 255];
  const [max, min] = [Math.max(r, g, b), Math.min(r, g, b)];
  const l = (max + min) / 2;
  const d = max - min;
  if (d === 0) return [0, 0, l];
  const h = max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
  return [h * 60, d / (1 - Math.abs(2 * l - 1)), l];
}

function hexOf([h, s, l]: Hsl): string {
  const channel = (n: number): string => {
    const k = (n + h / 30) % 12;
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
