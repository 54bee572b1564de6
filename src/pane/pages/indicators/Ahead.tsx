import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { signalOf } from '../../../engine/analyses/indicators/evidence';
import { SIGNALS } from '../../../engine/analyses/indicators/describe/words';
import { BandChart } from '../../charts/BandChart';
import { DASH, percent } from '../../format';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { inUnits, periodText, valueText, type OfResult } from './shown';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '4px', margin: 0, paddingInlineStart: '16px' },
  item: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1 },
});

/** The coming periods with their interval, and what would have to be done by when to reach the target. */
export function Ahead({ finding, result }: OfResult) {
  const styles = useStyles();
  const { basis } = finding;
  const rows = finding.ahead.filter((one) => one.result === result.name);
  if (rows.length === 0) return null;
  const text = (value: number | null): string => valueText(result.kind, value);
  const unit = (value: number): number => inUnits(result.kind, value);
  const short = rows.filter(({ needed, estimate, target }) => needed !== null && estimate < target);
  const label = `${result.name} in the ${basis.grain}s ahead`;
  return (
    <Section
      title={`${basis.grain === 'month' ? 'Months' : 'Weeks'} ahead`}
      lead="From the most trusted indicator whose value is known already; beyond that from the simple rule that did best."
    >
      <Figure
        label={label}
        headers={[
          'Period',
          'Estimate',
          'Low end',
          'High end',
          'Target',
          'Reaches it',
          'Signal',
          'Rests on',
          'Needed',
        ]}
        rows={rows.map((one) => [
          periodText(one.period),
          text(one.estimate),
          text(one.low),
          text(one.high),
          text(one.target),
          percent(one.chance),
          SIGNALS[signalOf(one.chance)],
          one.from === null ? one.source : `${one.source}, ${periodText(one.from)}`,
          one.needed === null
            ? DASH
            : `${valueText('count', one.needed.value)} ${one.needed.indicator}, ${periodText(one.needed.period)}`,
        ])}
        note={`${percent(basis.confidence)} of such ${basis.grain}s lie within the band.`}
      >
        <BandChart
          label={label}
          name={periodText}
          bandLabel="Interval, line at the estimate"
          middle="estimate"
          rows={rows.map((one) => ({
            period: one.period,
            p10: unit(one.low),
            p50: unit(one.estimate),
            p90: unit(one.high),
            goal: unit(one.target),
          }))}
        />
      </Figure>
      {short.length > 0 && (
        <ul className={styles.list}>
          {short.map(({ period, needed }) => (
            <li key={period} className={styles.item}>
              {`To reach the target in ${periodText(period)}: ${needed!.indicator}, ${valueText('count', needed!.value)} in ${periodText(needed!.period)}.`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
