import type { EditableTable } from '../../../report/editableTable';
import { MODIFIERS } from './modifierColumns';
import { BANDS, BASES, KINDS, OPTIONS, PAYS, PERIODS, UNITS } from './words';

const words = (record: Readonly<Record<string, string>>): readonly string[] => Object.values(record);

/** The three tables of plans: what a person types on a sheet of their own, and what the sheet "Leadline Plan" holds. */
export const PLAN_COMPONENTS: EditableTable = {
  id: 'planComponents',
  help: 'One row a component: a reason to pay. Several plans may stand here, told apart by their names.',
  columns: [
    { id: 'plan', header: 'Plan', format: 'text', width: 30 },
    { id: 'component', header: 'Component', format: 'text', width: 18 },
    {
      id: 'kind',
      header: 'Kind',
      format: 'text',
      width: 14,
      note: 'One rate for all credit; Tiers: bands, each with its rate; Payout curve: points of attainment and pay; Scorecard: several measures by weight; Contest: prizes by rank; Team pool: a pot shared; Measure only: pays nothing, for gates and scorecards.',
    },
    {
      id: 'basis',
      header: 'Credit',
      format: 'text',
      width: 14,
      note: 'What is credited: revenue, gross margin, units, deals, or an attainment typed by hand.',
    },
    {
      id: 'only',
      header: 'Only where',
      format: 'text',
      width: 18,
      note: 'Only deals with these values, such as “Type: New, Upgrade; Region: West”. Blank: all.',
    },
    { id: 'period', header: 'Period', format: 'text', width: 10, note: 'How often it is paid.' },
    {
      id: 'rate',
      header: 'Rate',
      format: 'general',
      width: 9,
      note: 'Of one rate, of a pool, and the base rate of “× base rate”. Blank: target pay ÷ quota, or with the unit “% of credit” each person’s own commission rate.',
    },
    { id: 'unit', header: 'Unit', format: 'text', width: 17, note: 'A rate needs a unit.' },
    {
      id: 'weight',
      header: 'Share of target pay',
      format: 'percent1',
      note: 'The component’s share of a person’s target variable pay. Blank: all of it.',
    },
    {
      id: 'target',
      header: 'Target pay a period',
      format: 'general',
      note: 'In place of a share of the person’s target variable pay.',
    },
    {
      id: 'bandsOf',
      header: 'Bands of',
      format: 'text',
      width: 13,
      note: 'What From and To of its tiers are.',
    },
    {
      id: 'quota',
      header: 'Quota',
      format: 'text',
      note: 'The measure of the quota. Blank: the component’s own name, else the quotas without a measure, or of the only one there is.',
    },
    {
      id: 'starts',
      header: 'From date',
      format: 'text',
      note: 'Only deals from this day on, as 2026-03-01.',
    },
    { id: 'ends', header: 'To date', format: 'text', note: 'Only deals up to this day.' },
    {
      id: 'objective',
      header: 'Objective',
      format: 'text',
      width: 16,
      note: 'Corporate objective it serves.',
    },
    {
      id: 'options',
      header: 'Options',
      format: 'text',
      width: 24,
      note: `Any of these, separated by commas: ${OPTIONS.map(({ says }) => says).join(', ')}.`,
    },
  ],
  choices: {
    kind: words(KINDS),
    basis: words(BASES),
    period: words(PERIODS),
    unit: words(UNITS),
    bandsOf: words(BANDS),
  },
  initial: [],
};

export const PLAN_TIERS: EditableTable = {
  id: 'planTiers',
  help: 'Bands of a component with their rates, points of a payout curve, or prizes of a contest. 50% is half of the quota.',
  columns: [
    { id: 'plan', header: 'Plan', format: 'text', width: 30 },
    { id: 'component', header: 'Component', format: 'text', width: 18 },
    {
      id: 'from',
      header: 'From',
      format: 'general',
      note: 'Where the band begins; a value exactly there is in it. For a curve the point, for a contest the rank.',
    },
    { id: 'to', header: 'To', format: 'general', note: 'Where the next band begins. Blank: no upper end.' },
    { id: 'rate', header: 'Rate', format: 'general' },
    { id: 'unit', header: 'Unit', format: 'text', width: 20, note: 'A rate needs a unit.' },
    {
      id: 'how',
      header: 'Pays',
      format: 'text',
      width: 22,
      note: 'On what lies in the band (marginal), or, once the band is reached, on everything from zero (retroactive).',
    },
  ],
  choices: { unit: words(UNITS), how: words(PAYS) },
  initial: [],
};

export const PLAN_MODIFIERS: EditableTable = {
  id: 'planModifiers',
  help: 'What acts beside the rates: thresholds, gates, multipliers, caps, draws … A row without a component acts on the whole plan.',
  columns: [
    { id: 'plan', header: 'Plan', format: 'text', width: 30 },
    { id: 'component', header: 'Component', format: 'text', width: 18, note: 'Blank: the whole plan.' },
    { id: 'modifier', header: 'Modifier', format: 'text', width: 13 },
    {
      id: 'measure',
      header: 'Measure',
      format: 'text',
      width: 16,
      note: 'Whose attainment it looks at: a component, or Margin, Term or Amount of a deal.',
    },
    { id: 'from', header: 'From', format: 'general' },
    { id: 'to', header: 'To', format: 'general' },
    { id: 'value', header: 'Value', format: 'general' },
    { id: 'unit', header: 'Unit', format: 'text', width: 15 },
    { id: 'how', header: 'How', format: 'text', width: 26 },
    {
      id: 'andMeasure',
      header: 'And measure',
      format: 'text',
      note: 'A second measure makes a table of multipliers a matrix.',
    },
    { id: 'andFrom', header: 'And from', format: 'general' },
    { id: 'andTo', header: 'And to', format: 'general' },
  ],
  choices: { modifier: Object.values(MODIFIERS).map(({ says }) => says) },
  initial: [],
};

export const PLAN_TABLES = [PLAN_COMPONENTS, PLAN_TIERS, PLAN_MODIFIERS] as const;
