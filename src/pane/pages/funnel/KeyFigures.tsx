import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { FunnelFinding } from '../../../engine/analyses/funnel/finding';
import { count, counted, DASH, days, interval, rate } from '../../format';

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

/** The few numbers to remember, each with its interval and the deals it rests on. */
export function KeyFigures({
  funnel,
  minimum,
}: {
  readonly funnel: FunnelFinding;
  readonly minimum: number;
}) {
  const styles = useStyles();
  const { winRate, wonWithinHorizon, daysToWin, outcomes, basis } = funnel;
  const figures = [
    {
      label: 'Win rate',
      value: rate(winRate, minimum),
      details: [interval(winRate), `of ${counted(winRate.n, 'decided deal')}`],
    },
    {
      label: `Won in ${counted(basis.dealHorizonDays, 'day')}`,
      value: rate(wonWithinHorizon, minimum),
      details: [interval(wonWithinHorizon), `of ${counted(wonWithinHorizon.n, 'deal')}`],
    },
    {
      label: 'Days to win',
      value: daysToWin.median === null ? DASH : count(daysToWin.median),
      details: [
        daysToWin.q25 === null || daysToWin.q75 === null
          ? 'no deal won yet'
          : `half: ${count(daysToWin.q25)} to ${days(daysToWin.q75)}`,
        `of ${counted(outcomes.won, 'won deal')}`,
      ],
    },
    {
      label: 'Open deals',
      value: count(outcomes.open),
      details: [
        `of ${counted(basis.opportunities, 'deal')}`,
        `${count(outcomes.won)} won, ${count(outcomes.lost)} lost`,
      ],
    },
  ];
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
