import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '8px',
    margin: 0,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    padding: '12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  value: { ...typographyStyles.title3, margin: 0, overflowWrap: 'anywhere' },
  detail: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface CardFigure {
  readonly label: string;
  readonly value: string;
  /** What it rests on, a line each. */
  readonly details: readonly string[];
}

/** The few numbers to remember, side by side. */
export function FigureCards({ figures }: { readonly figures: readonly CardFigure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {figures.map(({ label, value, details }) => (
        <div key={label} className={styles.card}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{value}</dd>
          {details.map((detail) => (
            <dd key={detail} className={styles.detail}>
              {detail}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
