/** Colours of a sheet are chosen for white paper. On dark paper light and dark change places and the hue stays. */
export type Theme = 'light' | 'dark';

type Hsl = readonly [hue: number, saturation: number, lightness: number];

export function shownColor(stored: string, theme: Theme): string {
  const hex = /^#([0-9a-f]{6})$/i.exec(stored)?.[1];
  if (theme === 'light' || hex === undefined) return stored;
  const found = dark.get(stored) ?? onDarkPaper(parseInt(hex, 16));
  dark.set(stored, found);
  return found;
}

/** A sheet has few colours and many cells. */
const dark = new Map<string, string>();

function onDarkPaper(rgb: number): string {
  const [h, s] = hslOf(rgb);
  // From the dark paper (white) to near white (black), as the eye sees lightness: blue is darker than yellow.
  const wanted = 13 + (100 - lightnessOf(rgb)) * 0.82;
  let [low, high] = [0, 1];
  for (let i = 0; i < 12; i++) {
    const middle = (low + high) / 2;
    if (lightnessOf(parseInt(hexOf([h, s * 0.85, middle]).slice(1), 16)) < wanted) low = middle;
    else high = middle;
  }
  return hexOf([h, s * 0.85, high]);
}

/** Marks of charts keep their colour, whitened a little where it would sink into dark paper. */
export function shownMark(stored: string, theme: Theme): string {
  const hex = /^#([0-9a-f]{6})$/i.exec(stored)?.[1];
  if (theme === 'light' || hex === undefined) return stored;
  const rgb = parseInt(hex, 16);
  const share = Math.max(0, 0.55 - hslOf(rgb)[2]);
  const channel = (value: number): string =>
    Math.round(value + (255 - value) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(rgb >> 16)}${channel((rgb >> 8) & 255)}${channel(rgb & 255)}`;
}

/** CIE lightness, 0 to 100. */
function lightnessOf(rgb: number): number {
  const linear = (channel: number): number => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const y = 0.2126 * linear(rgb >> 16) + 0.7152 * linear((rgb >> 8) & 255) + 0.0722 * linear(rgb & 255);
  return y <= 0.008856 ? y * 903.3 : 116 * Math.cbrt(y) - 16;
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
