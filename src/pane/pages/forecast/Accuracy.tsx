import { BandChart } from '../../charts/BandChart';
import { count, DASH, decimal, month, percent, share } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Figure } from '../../parts/Figure';
import { Section } from '../../parts/Section';
import { amountText, inUnits, type Shown } from './shown';

/** Past months forecast with what was visible then, beside what came. */
export function Accuracy({ forecast }: Shown) {
  const { backtest, basis, bridge } = forecast;
  if (!backtest) return null;
  const amount = amountText(basis.unit);
  const units = inUnits(basis.unit);
  const { coverage } = backtest;
  const label = 'Past forecasts and what came';
  return (
    <Section
      title="How good past forecasts were"
      lead={`Each month forecast when it began, with ${bridge.knowsThen ? 'only what was visible then' : 'the stages known then and today’s amounts'}: what came lay within the band in ${count(coverage.x)} of ${count(coverage.n)} months; 8 in 10 should. Months further ahead are not looked back on.`}
    >
      <Figure
        label={label}
        headers={['Month', 'P10', 'P50', 'P90', 'What came']}
        rows={backtest.forecasts.map((past) => [
          month(past.period),
          amount(past.p10),
          amount(past.p50),
          amount(past.p90),
          amount(past.actual),
        ])}
      >
        <BandChart
          label={label}
          rows={backtest.forecasts.map(({ period, p10, p50, p90, actual }) => ({
            period,
            p10: units(p10),
            p50: units(p50),
            p90: units(p90),
            actual: units(actual),
          }))}
        />
      </Figure>
      <DataTable
        label="Measures of accuracy"
        headers={['Measure', 'Value']}
        rows={[
          ['Off by, of what came (WAPE)', share(backtest.wape)],
          ['Deal by deal (high even when every chance is right)', share(backtest.wapeOfDeals)],
          ['More came than forecast by', backtest.bias === null ? DASH : percent(backtest.bias)],
          [
            'Error against “as last month” (MASE)',
            backtest.mase === null ? DASH : `${decimal(backtest.mase)} times`,
          ],
        ]}
      />
    </Section>
  );
}
