import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

export type Tone = 'green' | 'amber' | 'red' | 'off';

const useStyles = makeStyles({
  root: { display: 'inline-flex', alignItems: 'center', gap: '6px', whiteSpace: 'nowrap' },
  lamp: { flexShrink: 0, width: '12px', height: '12px' },
  green: { fill: tokens.colorPaletteGreenForeground3, stroke: tokens.colorPaletteGreenForeground3 },
  amber: { fill: tokens.colorPaletteMarigoldForeground3, stroke: tokens.colorPaletteDarkOrangeForeground3 },
  red: { fill: tokens.colorPaletteRedForeground3, stroke: tokens.colorPaletteRedForeground3 },
  off: { fill: 'none', stroke: tokens.colorNeutralStrokeAccessible },
  lit: { '@media (forced-colors: active)': { fill: 'CanvasText', stroke: 'CanvasText' } },
});

/** A lamp and its word; colours differ in shape too, so that nobody needs to tell them apart. */
export function Light({ tone, word }: { readonly tone: Tone; readonly word: string }) {
  const styles = useStyles();
  const shape = mergeClasses(styles[tone], tone !== 'off' && styles.lit);
  return (
    <span className={styles.root}>
      <svg className={styles.lamp} viewBox="0 0 12 12" strokeWidth="1.5" aria-hidden="true">
        {tone === 'amber' ? (
          <path className={shape} d="M6 1.5 11 10.5H1Z" strokeLinejoin="round" />
        ) : tone === 'red' ? (
          <rect className={shape} x="1.5" y="1.5" width="9" height="9" />
        ) : (
          <circle className={shape} cx="6" cy="6" r="4.75" />
        )}
      </svg>
      {word}
    </span>
  );
}
