import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import type { PaneTheme } from './paneHost';

/** The blue of Leadline's sheets (report/palette.ts), from near black to near white. */
const BRAND: BrandVariants = {
  10: '#050B14',
  20: '#0B1A2F',
  30: '#102848',
  40: '#14315C',
  50: '#173D73',
  60: '#1A4887',
  70: '#1D5398',
  80: '#1F5FA8',
  90: '#3573B8',
  100: '#4B86C7',
  110: '#6399D4',
  120: '#7DADE0',
  130: '#98C0EA',
  140: '#B4D3F2',
  150: '#D0E4F8',
  160: '#EBF4FD',
};

const dark: Theme = {
  ...createDarkTheme(BRAND),
  // The ramp's own choices for text on dark are below 4.5:1.
  colorBrandForeground1: BRAND[120],
  colorBrandForeground2: BRAND[130],
  colorBrandForegroundLink: BRAND[120],
  colorBrandForegroundLinkHover: BRAND[130],
  colorBrandForegroundLinkPressed: BRAND[140],
  colorCompoundBrandForeground1: BRAND[120],
  colorCompoundBrandStroke: BRAND[110],
  colorCompoundBrandBackground: BRAND[110],
};

export const THEMES: Readonly<Record<PaneTheme['kind'], Theme>> = {
  light: createLightTheme(BRAND),
  dark,
  contrast: teamsHighContrastTheme,
};
