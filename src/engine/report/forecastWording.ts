import type { IssueCode } from '../core/issue';
import { formatNumber, formatValue } from './formats';
import { counted, deal, money, quoted } from './phrases';
import type { Wording } from './wording';

type Code = Extract<
  IssueCode,
  `scenario${string}` | `forecast${string}` | `override${string}` | `lever${string}` | 'tableRowTwice'
>;

/** The wording of the forecast and of what is supposed, a part of the one table of wordings. */
export const forecastWording: { readonly [C in Code]: Wording<C> } = {
  forecastNoDecided: {
    title: 'Nothing to forecast from',
    says: () =>
      'No deal has been won or lost yet, so there is no history to forecast from. Add closed deals to the sheet and run again.',
  },
  forecastNoWins: {
    title: 'No win to forecast from',
    says: (f) =>
      f.wins === 0
        ? 'No deal has been won yet, so nobody can know how often and how soon deals are won, and nothing is forecast. Add won deals to the sheet and run again.'
        : `${f.wins === 1 ? 'Of the one won deal it is not known' : `Of ${formatValue(f.wins, 'integer')} won deals it is known of none`} how long it took: dates are missing, or run backwards. So nobody can know how soon deals are won, and nothing is forecast. Correct the created and close dates and run again.`,
  },
  forecastNoOpenDeals: {
    title: 'No open deals',
    says: () =>
      'No deal is open, so the forecast rests on deals that do not exist yet alone. If there are open deals, check the stages and the outcome column.',
  },
  forecastFewWins: {
    title: 'Hardly any wins',
    says: (f) =>
      `There ${f.wins === 1 ? 'is' : 'are'} ${f.wins === 0 ? 'no win' : counted(f.wins, 'win')} in the data, so nobody can know how often deals are won. Take the forecast as a range of what is possible.`,
  },
  forecastNoGoal: {
    title: 'No goal',
    says: () =>
      'There is no goal above zero for these months, so the chance of reaching it and the coverage are not shown. Set a goal on the Inputs sheet, or add quotas.',
  },
  forecastCrmProbability: {
    title: 'CRM’s probability cannot be',
    says: (f) =>
      `${counted(f.deals, 'open deal has', 'open deals have')} a probability above 100% or below 0%. ${f.deals === 1 ? 'It is' : 'They are'} left out of the pipeline weighted by these; correct the column.`,
  },
  forecastNoAmount: {
    title: 'Open deals without an amount',
    says: (f) =>
      `${formatNumber(f.deals, 0)} of ${counted(f.of, 'open deal')} ${f.deals === 1 ? 'has' : 'have'} no amount. ${f.deals === 1 ? 'It counts as a win if it is won, but adds' : 'They count as wins if they are won, but add'} nothing to the money${f.deals === f.of ? ', which rests on deals that do not exist yet alone' : ''}.`,
  },
  forecastOverdue: {
    title: 'Open deals past their close date',
    says: (f) =>
      `${counted(f.deals, 'open deal', 'open deals')} should have closed already. The forecast goes by how old deals are, not by these dates; ask for new ones.`,
  },
  forecastUnbalanced: {
    title: 'Pipeline bridge does not balance',
    says: (f) =>
      `The movements of the pipeline miss its closing by ${money(f.difference)}. Do not use the bridge, and tell us.`,
  },
  forecastNothing: {
    title: 'Nothing to expect',
    says: () =>
      'By the past, none of the open deals is likely to be won in these months. Look at how old they are: deals of that age were not won before.',
  },
  forecastAmountsZero: {
    title: 'All amounts are 0',
    says: () =>
      'Every amount in the data is 0, so the forecast in money is 0 whatever is won; its numbers of wins hold. Check the column of amounts.',
  },
  overrideNotOpen: {
    title: 'Not an open deal',
    says: (f) =>
      `${deal(f.id)} is no open deal in the data, so what you entered for it was not used. Check the ID.`,
  },
  overrideValue: {
    title: 'What is known of a deal cannot be',
    says: (f) =>
      `${deal(f.id)} was given ${quoted(f.value)} under ${quoted(f.column)} in the table “What you know better of single deals” on the sheet Leadline Inputs; possible is ${f.allowed}. It was left as computed.`,
  },
  overrideInPast: {
    title: 'Close date in the past',
    says: (f) =>
      `${deal(f.id)} was given the close date ${f.closeDate}, but the data are of ${f.asOf}. A deal cannot close in the past; the computed dates were used.`,
  },
  scenarioUnknown: {
    title: 'Scenario changes what is not there',
    says: (f) =>
      `Scenario ${quoted(f.scenario)} changes ${quoted(f.what)}, and there is no input of that name. The scenario was left out whole; correct the name, as it stands on the Inputs sheet.`,
  },
  scenarioValue: {
    title: 'Scenario’s value cannot be',
    says: (f) =>
      `Scenario ${quoted(f.scenario)} sets ${quoted(f.what)} to ${quoted(f.value)}; possible is ${f.allowed}. The scenario was left out whole.`,
  },
  scenarioAbsent: {
    title: 'Scenario of what is not in the data',
    says: (f) =>
      `Scenario ${quoted(f.scenario)} changes something for ${quoted(f.name)} (${f.whose}), which is not there or not open in the data. The scenario was left out whole; check the spelling.`,
  },
  scenarioTwice: {
    title: 'Scenario with two rows for one',
    says: (f) =>
      `Under scenario ${quoted(f.scenario)} there are two rows for ${quoted(f.name)} in the table ${quoted(f.table)}. The scenario was left out whole; keep one of them, and one spelling.`,
  },
  scenarioWhose: {
    title: 'Scenario does not say for whom',
    says: (f) =>
      `Scenario ${quoted(f.scenario)} changes ${quoted(f.what)} and does not say for which ${f.whose.toLowerCase().replace(/ id$/, '')}. The scenario was left out whole; fill the column “For”.`,
  },
  tableRowTwice: {
    title: 'Two rows for one',
    says: (f) =>
      `${quoted(f.name)} stands more than once in the table ${quoted(f.table)} on the sheet Leadline Inputs. The first row counts; move what the others say into it.`,
  },
  leverStageUnknown: {
    title: 'Unknown stage in a what-if',
    says: (f) =>
      `${quoted(f.stage)} in the table of supposed conversions is no open stage, so nothing is supposed of it. Check the spelling.`,
  },
  leverStageShare: {
    title: 'Conversion that cannot be',
    says: (f) =>
      `A conversion of ${f.share} is supposed for ${quoted(f.stage)}, but a share lies above 0% and at most at 100%. The one from your data is used.`,
  },
};

/** What a forecast on these data cannot tell. */
export const FORECAST_LIMITS = {
  noOpenDeals: 'No deal is open: the forecast rests on deals that do not exist yet alone.',
  noStageHistory:
    'Without a stage history nobody can know how long deals stay in a stage: the forecast goes by the age of each deal alone.',
  noAmounts: 'No deal has an amount: the forecast counts deals.',
  noGoal: 'No goal for the months of the forecast is known: set one on the Inputs sheet, or add quotas.',
  goalOfSomeMonths:
    'Quotas are known for some months of the forecast only, so all of them together have no goal, no chance to reach it and no coverage: add the missing quotas, or set a goal on the Inputs sheet.',
  noRecords:
    'Earlier amounts and close dates are not in the data, so the bridge shows today’s amounts on both days, past forecasts are made with today’s amounts, and nothing is known of deals put off.',
  fewWins: 'Fewer than five deals were ever won: the forecast is little more than a guess.',
  noBacktest: 'There are too few past months to check the forecast against what came.',
  fewerDraws: 'There are so many open deals that fewer futures were simulated than the Inputs sheet says.',
} as const satisfies Readonly<Record<string, string>>;
