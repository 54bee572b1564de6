/** What a table can be, and the fields its rows can have. Detection, mapping, reading and the pane all read this list. */

export type RoleId =
  | 'opportunities'
  | 'stageHistory'
  | 'activities'
  | 'people'
  | 'quotas'
  | 'bookings'
  | 'splits'
  | 'attainments'
  | 'planComponents'
  | 'planTiers'
  | 'planModifiers'
  | 'results';

/** How the values of a field are read. `key` joins tables: "42", 42 and " 42" are one key. */
export type FieldKind = 'key' | 'text' | 'date' | 'amount' | 'number' | 'flag';

export interface Field {
  readonly id: string;
  readonly label: string;
  readonly kind: FieldKind;
}

export interface Role {
  readonly id: RoleId;
  readonly title: string;
  /** One row is … (in the pane: "one row is a deal"). */
  readonly rowIs: string;
  readonly fields: readonly Field[];
  /** Each group needs at least one of its fields mapped. */
  readonly required: readonly (readonly string[])[];
}

const field = (id: string, label: string, kind: FieldKind): Field => ({ id, label, kind });

export const ROLES: Readonly<Record<RoleId, Role>> = {
  opportunities: {
    id: 'opportunities',
    title: 'Opportunities',
    rowIs: 'a deal',
    fields: [
      field('id', 'Opportunity ID', 'key'),
      field('name', 'Opportunity name', 'text'),
      field('account', 'Account', 'text'),
      field('owner', 'Owner', 'text'),
      field('stage', 'Stage', 'text'),
      field('status', 'Status or outcome', 'text'),
      field('isClosed', 'Closed (yes/no)', 'flag'),
      field('isWon', 'Won (yes/no)', 'flag'),
      field('created', 'Created date', 'date'),
      field('closed', 'Close date', 'date'),
      field('expectedClose', 'Expected close date', 'date'),
      field('wonDate', 'Won date', 'date'),
      field('lostDate', 'Lost date', 'date'),
      field('amount', 'Amount', 'amount'),
      field('currency', 'Currency', 'text'),
      field('probability', 'Probability', 'number'),
      field('forecastCategory', 'Forecast category', 'text'),
      field('type', 'Type', 'text'),
      field('product', 'Product', 'text'),
      field('leadSource', 'Lead source', 'text'),
      field('segment', 'Segment', 'text'),
      field('region', 'Region', 'text'),
      field('pipeline', 'Pipeline', 'text'),
      field('margin', 'Margin or cost', 'amount'),
      field('nextStep', 'Next step', 'text'),
      field('lastActivity', 'Last activity', 'date'),
      field('lossReason', 'Loss reason', 'text'),
      field('contractTerm', 'Contract term', 'number'),
      field('quantity', 'Quantity', 'number'),
      field('cancelled', 'Cancelled date', 'date'),
      field('lastStageChange', 'Last stage change', 'date'),
      field('pushCount', 'Push count', 'number'),
      field('snapshotDate', 'Snapshot date', 'date'),
    ],
    required: [
      ['id', 'name'],
      ['stage', 'status', 'isWon', 'wonDate'],
      ['created', 'snapshotDate'],
    ],
  },
  stageHistory: {
    id: 'stageHistory',
    title: 'Stage history',
    rowIs: 'a stage change',
    fields: [
      field('opportunity', 'Opportunity ID', 'key'),
      field('toStage', 'To stage', 'text'),
      field('fromStage', 'From stage', 'text'),
      field('changed', 'Date of the change', 'date'),
      field('amount', 'Amount then', 'amount'),
      field('closeDate', 'Close date then', 'date'),
      field('changedBy', 'Changed by', 'text'),
      field('changedField', 'Field changed', 'text'),
    ],
    required: [['opportunity'], ['toStage'], ['changed']],
  },
  activities: {
    id: 'activities',
    title: 'Activities',
    rowIs: 'something a salesperson did, or a count of it',
    fields: [
      field('date', 'Date', 'date'),
      field('type', 'Type', 'text'),
      field('owner', 'Person', 'text'),
      field('opportunity', 'Opportunity ID', 'key'),
      field('account', 'Account', 'text'),
      field('count', 'Count', 'number'),
      field('outcome', 'Outcome', 'text'),
      field('duration', 'Duration', 'number'),
      field('done', 'Done', 'flag'),
      field('end', 'End or completion date', 'date'),
    ],
    required: [['date', 'end'], ['type']],
  },
  people: {
    id: 'people',
    title: 'People',
    rowIs: 'a salesperson',
    fields: [
      field('person', 'Name or ID', 'text'),
      field('manager', 'Manager', 'text'),
      field('role', 'Role', 'text'),
      field('team', 'Team', 'text'),
      field('region', 'Region', 'text'),
      field('start', 'Start date', 'date'),
      field('end', 'End date', 'date'),
      field('base', 'Base pay', 'amount'),
      field('targetVariable', 'Target variable pay', 'amount'),
      field('commission', 'Commission rate', 'number'),
      field('quota', 'Quota', 'amount'),
    ],
    required: [['person'], ['manager', 'role', 'team', 'region', 'start', 'quota', 'base', 'targetVariable']],
  },
  quotas: {
    id: 'quotas',
    title: 'Quotas',
    rowIs: 'a quota for a person and a period',
    fields: [
      field('person', 'Person', 'text'),
      field('period', 'Period', 'text'),
      field('start', 'Start of period', 'date'),
      field('end', 'End of period', 'date'),
      field('amount', 'Quota', 'amount'),
      field('measure', 'Measure', 'text'),
    ],
    required: [['person'], ['period', 'start'], ['amount']],
  },
  bookings: {
    id: 'bookings',
    title: 'Orders and bookings',
    rowIs: 'an order or a booking that is credited to a person',
    fields: [
      field('id', 'Order ID', 'key'),
      field('person', 'Person', 'text'),
      field('date', 'Order date', 'date'),
      field('amount', 'Order amount', 'amount'),
      field('margin', 'Margin or cost', 'amount'),
      field('quantity', 'Quantity', 'number'),
      field('currency', 'Currency', 'text'),
      field('account', 'Account', 'text'),
      field('type', 'Type', 'text'),
      field('product', 'Product', 'text'),
      field('segment', 'Segment', 'text'),
      field('region', 'Region', 'text'),
      field('contractTerm', 'Contract term', 'number'),
      field('cancelled', 'Cancelled date', 'date'),
      field('paid', 'Commission paid so far', 'amount'),
    ],
    required: [['person'], ['date'], ['amount', 'quantity']],
  },
  splits: {
    id: 'splits',
    title: 'Splits',
    rowIs: 'a person’s share of a deal',
    fields: [
      field('deal', 'Opportunity or order ID', 'key'),
      field('person', 'Person', 'text'),
      field('share', 'Share', 'number'),
    ],
    required: [['deal'], ['person'], ['share']],
  },
  attainments: {
    id: 'attainments',
    title: 'Attainments',
    rowIs: 'what a person attained of a measure in a period',
    fields: [
      field('person', 'Person', 'text'),
      field('period', 'Period', 'text'),
      field('start', 'Start of period', 'date'),
      field('end', 'End of period', 'date'),
      field('measure', 'Measure', 'text'),
      field('attainment', 'Attainment', 'number'),
      field('credited', 'Credited', 'amount'),
    ],
    required: [['person'], ['period', 'start'], ['attainment', 'credited']],
  },
  planComponents: {
    id: 'planComponents',
    title: 'Plan components',
    rowIs: 'a component of a compensation plan',
    fields: [
      field('plan', 'Plan', 'text'),
      field('component', 'Component', 'text'),
      field('kind', 'Kind', 'text'),
      field('basis', 'Credit', 'text'),
      field('only', 'Only where', 'text'),
      field('period', 'Period', 'text'),
      field('rate', 'Rate', 'number'),
      field('unit', 'Unit', 'text'),
      field('weight', 'Share of target pay', 'number'),
      field('target', 'Target pay a period', 'number'),
      field('bandsOf', 'Bands of', 'text'),
      field('quota', 'Quota', 'text'),
      field('starts', 'From date', 'text'),
      field('ends', 'To date', 'text'),
      field('objective', 'Objective', 'text'),
      field('options', 'Options', 'text'),
    ],
    required: [['component'], ['kind']],
  },
  planTiers: {
    id: 'planTiers',
    title: 'Plan tiers',
    rowIs: 'a band of a component, with its rate',
    fields: [
      field('plan', 'Plan', 'text'),
      field('component', 'Component', 'text'),
      field('from', 'From', 'number'),
      field('to', 'To', 'number'),
      field('rate', 'Rate', 'number'),
      field('unit', 'Unit', 'text'),
      field('how', 'Pays', 'text'),
    ],
    required: [['component'], ['from'], ['rate']],
  },
  planModifiers: {
    id: 'planModifiers',
    title: 'Plan modifiers',
    rowIs: 'a threshold, gate, multiplier, cap, draw … of a compensation plan',
    fields: [
      field('plan', 'Plan', 'text'),
      field('component', 'Component', 'text'),
      field('modifier', 'Modifier', 'text'),
      field('measure', 'Measure', 'text'),
      field('from', 'From', 'number'),
      field('to', 'To', 'number'),
      field('value', 'Value', 'number'),
      field('unit', 'Unit', 'text'),
      field('how', 'How', 'text'),
      field('andMeasure', 'And measure', 'text'),
      field('andFrom', 'And from', 'number'),
      field('andTo', 'And to', 'number'),
    ],
    required: [['modifier'], ['measure', 'from', 'to', 'value', 'how']],
  },
  results: {
    id: 'results',
    title: 'Results',
    rowIs: 'the result of a period, kept by hand',
    fields: [
      field('period', 'Period', 'text'),
      field('start', 'Start of period', 'date'),
      field('end', 'End of period', 'date'),
      field('measure', 'Measure', 'text'),
      field('value', 'Value', 'number'),
      field('person', 'Person', 'text'),
    ],
    required: [['period', 'start', 'end'], ['value']],
  },
};

export const ROLE_IDS = Object.keys(ROLES) as readonly RoleId[];

/** What a person calls a field; fields of different roles may share an id ("amount" of deals and of quotas). */
export const labelOfField = (role: RoleId, field: string): string =>
  ROLES[role].fields.find(({ id }) => id === field)?.label ?? field;
