import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { MARK } from './marks';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: 0, padding: 0, listStyle: 'none' },
  item: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorNeutralForeground2,
  },
});

export interface LegendItem {
  readonly label: string;
  readonly mark: 'good' | 'bad' | 'open';
  readonly shape: 'box' | 'line' | 'dashes' | 'dot';
}

export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.root}>
      {items.map(({ label, mark, shape }) => (
        <li key={label} className={styles.item}>
          <svg width="16" height="12" aria-hidden="true">
            {shape === 'box' && (
              <rect
                x="2.5"
                y="0.5"
                width="11"
                height="11"
                rx="2"
                fill={MARK[mark]}
                stroke={mark === 'open' ? MARK.openEdge : MARK[mark]}
              />
            )}
            {shape === 'dot' && <circle cx="8" cy="6" r="4" fill={MARK[mark]} />}
            {(shape === 'line' || shape === 'dashes') && (
              <line
                x1="0"
                x2="16"
                y1="6"
                y2="6"
                stroke={MARK[mark]}
                strokeWidth="2"
                {...(shape === 'dashes' && { strokeDasharray: '5 3' })}
              />
            )}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
