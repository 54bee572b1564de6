import type { IssueCode } from '../core/issue';
import { counted, deal, listed, money, quoted, several } from './phrases';
import type { Wording } from './wording';

/** Codes of plans, and of the quotas, credits and people that only compensation looks at. */
type Code =
  | Extract<IssueCode, `plan${string}`>
  | 'quotaForPlanMissing'
  | 'bookingWithoutDate'
  | 'bookingWithoutAmount'
  | 'bookingAfterAsOf'
  | 'splitIncomplete'
  | 'attainmentIncomplete'
  | 'splitNotWhole'
  | 'splitOfUnknownDeal'
  | 'negativeBooking'
  | 'currencyWithoutRate'
  | 'startAfterPeriods'
  | 'creditsOutsidePeriods';

/** "In plan “AE 2026”, component “New business”"; without a component the plan as a whole. */
const where = (f: { readonly plan: string; readonly component: string }): string =>
  `In plan ${quoted(f.plan)}, ${f.component === '' ? 'the plan as a whole' : `component ${quoted(f.component)}`}`;
/** "Row 3 of the tiers" for rows that no place tells. */
const row = (f: { readonly table: string; readonly row: number }): string =>
  f.row > 0 ? `Row ${f.row} of the plan’s ${f.table.toLowerCase()}` : 'The plan';

const order = (id: string): string => (id.trim() === '' ? 'An order' : `Order ${quoted(id)}`);

const WANTED = {
  number: 'is no number',
  date: 'is no day. Write it as 2026-03-31',
  filter: 'is no filter. Write it as “Type: New, Upgrade; Region: West”',
  choice: 'is not known',
} as const;

const IN_RANGE = {
  share: 'It is a share: 0% to 100%',
  notNegative: 'It is nought or more',
  periods: 'It is how many periods later it is paid: 1, 2, 3 and so on',
} as const;

/** The wording of compensation plans, a part of the one table of wordings. */
export const compensationWording: { readonly [C in Code]: Wording<C> } = {
  planCellUnreadable: {
    title: 'Plan: cell that cannot be read',
    says: (f) =>
      `${row(f)}: ${quoted(f.value)} in ${f.column} ${WANTED[f.wanted]}.${
        f.choices.length > 0 ? ` Choose one of: ${listed(f.choices)}.` : ''
      }`,
  },
  planRowLacks: {
    title: 'Plan: incomplete row',
    says: (f) => `${row(f)} has no ${f.column}. Fill it, or remove the row.`,
  },
  planComponentUnknown: {
    title: 'Plan: unknown component',
    says: (f) =>
      `${row(f)} is of the component ${quoted(f.component)}, which plan ${quoted(f.plan)} does not have.`,
  },
  planModifierMisplaced: {
    title: 'Plan: modifier in the wrong place',
    says: (f) =>
      f.belongs === 'plan'
        ? `${row(f)}: ${f.modifier} acts on the whole plan. Leave its component blank.`
        : `${row(f)}: ${f.modifier} acts on a component. Name it.`,
  },
  planRateWithoutUnit: {
    title: 'Plan: rate without a unit',
    says: (f) =>
      `The rate ${f.rate} of component ${quoted(f.component)} has no unit: 5 could be 5% of the credit, 5 for each unit sold or 5 times target pay. Choose the unit.`,
  },
  planComponentRepeated: {
    title: 'Plan: component twice',
    says: (f) => `${where(f)} stands there twice. Give each component its own name.`,
  },
  planTiersMissing: {
    title: 'Plan: component without tiers',
    says: (f) => `${where(f)} has no rows among the tiers, so that nothing says what it pays. Add them.`,
  },
  planBandsOverlap: {
    title: 'Plan: overlapping bands',
    says: (f) =>
      `${where(f)}: ${f.first} and ${f.second} overlap, so that the plan does not say which of them pays. Let one begin where the other ends.`,
  },
  planBandsGap: {
    title: 'Plan: gap between bands',
    says: (f) =>
      `${where(f)}: nothing is said for ${f.from} to ${f.to}. Let the next band begin at ${f.from}.`,
  },
  planBandEmpty: {
    title: 'Plan: band that ends before it begins',
    says: (f) => `${where(f)}: the band ${f.band} ends before it begins. Correct From or To.`,
  },
  planUnitUnfit: {
    title: 'Plan: unit that does not fit the credit',
    says: (f) =>
      `${where(f)}: a rate in “${f.unit}” cannot be paid on ${f.credit}. Choose another unit or another credit.`,
  },
  planRateAboveOne: {
    title: 'Plan: rate of more than the whole credit',
    says: (f) => `${where(f)} pays ${f.rate} of the credit. If a percent sign is missing, add it.`,
  },
  planRateNegative: {
    title: 'Plan: negative rate',
    says: (f) => `${where(f)} has the negative rate ${f.rate}. Rates are nought or more.`,
  },
  planMeasureUnknown: {
    title: 'Plan: unknown measure',
    says: (f) =>
      `${where(f)} looks at the measure ${quoted(f.measure)}, which nothing in the plan is called. It may be: ${listed(
        several(f.known, 8),
      )}.`,
  },
  planModifierOutOfRange: {
    title: 'Plan: number that a modifier cannot have',
    says: (f) =>
      `${where(f)}: ${f.value} in ${f.column} of ${f.modifier} makes no sense. ${IN_RANGE[f.wanted]}.`,
  },
  planWeightsNotWhole: {
    title: 'Plan: weights are not 100%',
    says: (f) => `${where(f)}: the weights add up to ${f.sum}, not to 100%.`,
  },
  planCapBelowTarget: {
    title: 'Plan: cap below target pay',
    says: (f) =>
      `${where(f)}: the cap of ${money(f.cap)} lies below the target pay of ${money(f.target)}: who meets the quota is not paid in full.`,
  },
  planWithoutComponents: {
    title: 'Plan without components',
    says: (f) => `Plan ${quoted(f.plan)} has no components, so that it pays nothing. Add one.`,
  },
  planForNobody: {
    title: 'Plan for nobody',
    says: (f) => `Plan ${quoted(f.plan)} applies to nobody. Check its rows “Applies to”.`,
  },
  planAlternativeUnknown: {
    title: 'Plan: alternative to an unknown plan',
    says: (f) => `Plan ${quoted(f.plan)} is an alternative to ${quoted(f.other)}, which is not there.`,
  },
  planSheetUnused: {
    title: 'Plan on a sheet that is not paid',
    says: (f) =>
      `${counted(f.rows, 'component')} of plans ${f.rows === 1 ? 'stands' : 'stand'} on this sheet, and others in Leadline’s own tables: those are paid. Clear the tables on the sheet Leadline Plan to go back to this one.`,
  },
  plansForOnePerson: {
    title: 'Two plans for one person',
    says: (f) =>
      `${quoted(f.person)} is paid by more than one plan in the same periods: ${listed(f.plans)}. Say with “Applies to” whom each plan is for, or with “Alternative to” that one is only for comparison.`,
  },
  quotaForPlanMissing: {
    title: 'No quota for a component',
    says: (f) =>
      `${where(f)} needs a quota, and ${listed(several(f.people, 5))} ${f.people.length === 1 ? 'has' : 'have'} none above zero. Nothing is paid there.`,
  },
  bookingWithoutDate: {
    title: 'Order without a date',
    says: (f) => `${order(f.id)} has no date that can be read, so that it belongs to no period.`,
  },
  bookingWithoutAmount: {
    title: 'Order without an amount',
    says: (f) => `${order(f.id)} has neither an amount nor a quantity, so that it credits nothing.`,
  },
  bookingAfterAsOf: {
    title: 'Order after the as-of day',
    says: (f) => `${order(f.id)} is of ${f.date}, after the as-of day ${f.asOf}.`,
  },
  splitIncomplete: {
    title: 'Incomplete split',
    says: (f) =>
      f.lacks === 'deal' ? 'A split names no deal.' : `A split of deal ${quoted(f.id)} has no share.`,
  },
  attainmentIncomplete: {
    title: 'Incomplete attainment',
    says: (f) =>
      f.lacks === 'period'
        ? `An attainment of ${quoted(f.person)} has no period that can be read.`
        : `An attainment of ${quoted(f.person)} has no number.`,
  },
  splitNotWhole: {
    title: 'Splits are not 100%',
    says: (f) =>
      f.over
        ? `${deal(f.id)} is split into ${f.sum}. Credit may exceed the deal (overlays), its revenue cannot; check that this is meant.`
        : `${deal(f.id)} is split into ${f.sum} only: a part of it is credited to nobody.`,
  },
  splitOfUnknownDeal: {
    title: 'Split of an unknown deal',
    says: (f) => `A split names deal ${quoted(f.id)}, which is not there.`,
  },
  negativeBooking: {
    title: 'Negative booking',
    says: (f) =>
      `${deal(f.id)} of ${quoted(f.person)} is a negative booking of ${money(f.amount)}. It lowers the credit of its period; commission already paid comes back only in plans that pay year to date or claw back.`,
  },
  currencyWithoutRate: {
    title: 'Currency without a rate',
    says: (f) =>
      `${counted(f.rows, 'credit')} in ${quoted(f.currency)} ${f.rows === 1 ? 'is' : 'are'} counted as the currency of plan ${quoted(f.plan)}. Add a row “Currency” with its rate.`,
  },
  startAfterPeriods: {
    title: 'Start after the last period',
    says: (f) =>
      `${quoted(f.person)} starts on ${f.start}, after the last period, which ends on ${f.end}. Nothing is paid yet.`,
  },
  creditsOutsidePeriods: {
    title: 'Credits outside of the periods',
    says: (f) =>
      `${counted(f.rows, 'credit')} ${f.rows === 1 ? 'lies' : 'lie'} before ${f.from} or after ${f.to} and ${f.rows === 1 ? 'is' : 'are'} not paid here.`,
  },
  planFieldMissing: {
    title: 'Plan: field that the data lack',
    says: (f) => `${where(f)} looks at ${quoted(f.field)}, which no credit has. Nothing is credited there.`,
  },
};
