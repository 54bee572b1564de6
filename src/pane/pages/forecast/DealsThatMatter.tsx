import type { DealForecast } from '../../../engine/analyses/forecast/finding';
import { CATEGORIES } from '../../../engine/analyses/forecast/overrides';
import { RISKS } from '../../../engine/analyses/forecast/risks';
import { counted, date, days, percent } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';
import { amountText, type Shown } from './shown';

/** The deals that the forecast hangs on, those that must close soon, and those so large that all is another without them. */
export function DealsThatMatter({ forecast }: Shown) {
  const { deals, soon, concentration, slippage, basis } = forecast;
  const amount = amountText(basis.unit);
  if (deals.length === 0) return null;
  const late = slippage.overdue.deals;
  return (
    <>
      <Section
        title="Deals that matter"
        lead="By amount × chance of a win within the forecast. What you know better of a deal you say on the What if page."
      >
        <Lines
          label="Deals that matter"
          one="deal"
          lines={deals.map((deal) => ({
            name: deal.id,
            value: amount(deal.expected),
            details: [
              [
                `${amount(deal.amount)} at ${chanceOf(deal)}`,
                ...(deal.stage === null ? [] : [deal.stage]),
                ...(deal.daysInStage === null ? [] : [`${days(deal.daysInStage)} there`]),
                CATEGORIES[deal.category].toLowerCase(),
              ].join(' · '),
            ],
          }))}
        />
      </Section>
      {concentration.length > 0 && (
        <Section
          title="With and without the largest"
          lead="So large that the whole forecast is another, whether they are won or not."
        >
          <DataTable
            label="With and without the largest"
            headers={['Deal', 'Amount', 'P50 if won', 'P50 without it']}
            rows={concentration.map((deal) => [
              deal.id,
              amount(deal.amount),
              amount(deal.won.p50),
              amount(deal.without.p50),
            ])}
          />
        </Section>
      )}
      {soon.length > 0 && (
        <Section
          title="Closing soon"
          lead={`${counted(soon.length, 'deal')} to close soon${late > 0 ? `, ${late} of them with a close date that is past` : ''}, and what speaks against each.`}
        >
          <Lines
            label="Closing soon"
            one="deal"
            lines={soon.map((deal) => ({
              name: deal.id,
              value: amount(deal.amount),
              details: [
                [
                  ...(deal.expectedClose === null ? [] : [`Close ${date(deal.expectedClose)}`]),
                  `${percent(deal.probability)} chance`,
                ].join(' · '),
                ...(deal.risks.length === 0 ? [] : [risksOf(deal)]),
              ],
            }))}
          />
        </Section>
      )}
    </>
  );
}

/** As in force; what was computed stands beside a word of one's own. */
const chanceOf = ({ overridden, probability, computed }: DealForecast): string =>
  overridden && probability !== computed
    ? `${percent(probability)} (computed ${percent(computed)})`
    : percent(probability);

/** "No activity lately, put off before." */
function risksOf({ risks }: DealForecast): string {
  const text = risks.map((risk) => RISKS[risk].toLowerCase()).join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
