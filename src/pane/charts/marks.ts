import { makeStyles, tokens } from '@fluentui/react-components';
import type { PaneTheme } from '../paneHost';

/**
 * Colours of marks, at least 3:1 on the pane's ground; blue against orange, as in the workbook. They are custom
 * properties on the pane's root, so that forced colours can replace them in one place.
 */
export const useMarkStyles = makeStyles({
  light: {
    '--mark-good': '#1F5FA8',
    '--mark-bad': '#D55E00',
    '--mark-open': '#DDE3EA',
    '--mark-open-edge': '#6F7C8D',
    '@media (forced-colors: active)': forced(),
  },
  dark: {
    '--mark-good': '#6FA8E0',
    '--mark-bad': '#F0883E',
    '--mark-open': '#3D4651',
    '--mark-open-edge': '#98A4B3',
    '@media (forced-colors: active)': forced(),
  },
  contrast: {
    '--mark-good': '#1AEBFF',
    '--mark-bad': '#FFFF00',
    '--mark-open': '#000000',
    '--mark-open-edge': '#FFFFFF',
    '@media (forced-colors: active)': forced(),
  },
} satisfies Record<PaneTheme['kind'], unknown>);

function forced() {
  return {
    '--mark-good': 'Highlight',
    '--mark-bad': 'CanvasText',
    '--mark-open': 'Canvas',
    '--mark-open-edge': 'CanvasText',
  } as const;
}

export const MARK = {
  good: 'var(--mark-good)',
  bad: 'var(--mark-bad)',
  open: 'var(--mark-open)',
  openEdge: 'var(--mark-open-edge)',
} as const;

export const useChartStyles = makeStyles({
  svg: { display: 'block', width: '100%', overflow: 'visible', fontFamily: tokens.fontFamilyBase },
  strong: { fill: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { fill: tokens.colorNeutralForeground1 },
  muted: { fill: tokens.colorNeutralForeground3 },
  grid: { stroke: tokens.colorNeutralStroke2 },
  axis: { stroke: tokens.colorNeutralStroke1 },
  ground: { fill: tokens.colorNeutralBackground1 },
});
