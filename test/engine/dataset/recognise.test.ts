import fc from 'fast-check';
import type { DecidedTable } from '../../../src/engine/dataset/mapping';
import type { Cell, RawSheet } from '../../../src/engine/dataset/rawTable';
import { ROLES } from '../../../src/engine/dataset/roles';
import { recognise, type RecognisedTable } from '../../../src/engine/dataset/recognise';
import { rowsOf, sheetOf } from '../../support/rawSheets';

const seen = (...sheets: readonly RawSheet[]) => recognise(sheets, undefined);
const first = (sheet: RawSheet): RecognisedTable => seen(sheet).value![0]!;
const codes = (outcome: ReturnType<typeof seen>): readonly string[] =>
  outcome.issues.map((i) => `${i.severity} ${i.code}`);

/** Deals of a made CRM: id, name, owner, stage, amount, created, closed, in any language. */
const dealsOf = (headers: string, stage: string, rows = 6): RawSheet =>
  sheetOf('Deals', [
    headers.split('|').map((h) => h.trim()),
    ...Array.from({ length: rows }, (_, i) => [
      `006${i}`,
      `Deal ${i}`,
      ['Ann', 'Bob'][i % 2]!,
      stage,
      1000 * (i + 1),
      `2024-0${(i % 6) + 1}-15`,
      `2024-0${(i % 6) + 2}-20`,
    ]),
  ]);

const OPPORTUNITY = {
  id: 0,
  name: 1,
  owner: 2,
  stage: 3,
  amount: 4,
  created: 5,
  closed: 6,
};

describe('opportunities in six languages', () => {
  it.each([
    [
      'Opportunity ID | Opportunity Name | Opportunity Owner | Stage | Amount | Created Date | Close Date',
      'Won',
    ],
    ['deal_id | deal_name | sales_rep | deal_stage | close_value | engage_date | closed_date', 'Won'],
    [
      'Opportunity-ID | Opportunity-Name | Opportunity-Inhaber | Phase | Betrag | Erstelldatum | Schlusstermin',
      'Gewonnen',
    ],
    [
      'ID de l’opportunité | Nom de l’opportunité | Propriétaire de l’opportunité | Étape | Montant | Date de création | Date de clôture',
      'Gagnée',
    ],
    [
      'Id. de oportunidad | Nombre de la oportunidad | Propietario de oportunidad | Etapa | Importe | Fecha de creación | Fecha de cierre',
      'Ganada',
    ],
    [
      'ID da oportunidade | Nome da oportunidade | Proprietário da oportunidade | Fase | Valor | Data de criação | Data de fechamento',
      'Ganha',
    ],
    [
      'Verkoopkans-ID | Naam opportunity | Eigenaar opportunity | Fase | Bedrag | Aanmaakdatum | Sluitingsdatum',
      'Gewonnen',
    ],
    [
      'Verkaufschance-Nr. | Name der Verkaufschance | Inhaber | Phase | Betrag | Erstellt am | Abschlussdatum',
      'Gewonnen',
    ],
  ])('%s', (headers, stage) => {
    const table = first(dealsOf(headers, stage));
    const names = headers.split('|').map((h) => h.trim());
    expect(table).toMatchObject({ used: true, mapping: { role: 'opportunities', headerRow: 1 } });
    expect(table.mapping.columns).toEqual(
      Object.fromEntries(Object.entries(OPPORTUNITY).map(([field, at]) => [field, names[at]])),
    );
    expect(table.confidence).toBeGreaterThan(0.7);
  });
});

/** Stage changes of a made CRM: deal, from stage, to stage, date, in any language. */
describe('stage history in six languages', () => {
  it.each([
    'Deal ID | From stage | To stage | Changed on',
    'Opp # | Old Stage | New Stage | Date',
    'Deal ID | Old Value | New Value | Edit Date',
    'Verkaufschance-Nr. | Von Phase | Nach Phase | Geändert am',
    'Verkaufschance | Von Phase | In Phase | Datum',
    'Opportunity-Nr. | Alte Phase | Neue Phase | Änderungsdatum',
    'Opportunity-ID | Von Phase | Zu Phase | Datum der letzten Phasenänderung',
    'Opportunity-Name | Alter Wert | Neuer Wert | Bearbeitungsdatum',
    'N° d’opportunité | De l’étape | Vers l’étape | Date de modification',
    'Numéro de l’affaire | Ancienne étape | Nouvelle étape | Modifié le',
    'N.º de oportunidad | De etapa | A etapa | Fecha de modificación',
    'Número de negocio | Fase anterior | Fase nueva | Fecha',
    'Nº do negócio | Fase anterior | Nova fase | Data da alteração',
    'Número da oportunidade | Da fase | Para a fase | Data',
    'Verkoopkans-nr. | Van fase | Naar fase | Gewijzigd op',
    'Verkoopkansnummer | Oude fase | Nieuwe fase | Datum',
  ])('%s', (headers) => {
    const names = headers.split('|').map((h) => h.trim());
    const rows = [
      ['V1', null, 'Lead', '2024-01-05'],
      ['V1', 'Lead', 'Demo', '2024-02-05'],
      ['V2', null, 'Lead', '2024-01-07'],
    ];
    const history = seen(DEALS, sheetOf('History', [names, ...rows])).value![1]!;
    expect(history).toMatchObject({ used: true, mapping: { role: 'stageHistory' } });
    expect(history.mapping.columns).toEqual({
      opportunity: names[0],
      fromStage: names[1],
      toStage: names[2],
      changed: names[3],
    });
  });
});

const H = (text: string): readonly string[] => text.split('|').map((h) => h.trim());
const column = (table: RecognisedTable, header: string): string | undefined =>
  table.columns.find((c) => c.header === header)?.field;

describe('exports', () => {
  it('HubSpot deals with date-entered columns', () => {
    const headers = H(
      'Record ID | Deal Name | Pipeline | Deal Stage | Amount | Currency | Close Date | Create Date | Deal owner | Deal Type | Deal probability | Forecast category | Closed Lost Reason | Last Activity Date | Number of Sales Activities | Date entered current stage | Date entered "Appointment Scheduled (Sales Pipeline)" | Date entered "Closed Won (Sales Pipeline)" | Date exited "Appointment Scheduled (Sales Pipeline)" | Cumulative time in "Appointment Scheduled (Sales Pipeline)"',
    );
    const row = [
      '1',
      'A',
      'Sales Pipeline',
      'Closed Won',
      '100',
      'EUR',
      '2024-03-01',
      '2024-01-01',
      'Ann',
      'New',
      '1',
      'Commit',
      '(No value)',
      '2024-02-01',
      '3',
      '2024-03-01',
      '2024-01-02',
      '2024-03-01',
      '2024-02-01',
      '30',
    ];
    const table = first(sheetOf('hubspot', [headers, row, ['2', ...row.slice(1)]]));
    expect(table.mapping.stageDates).toEqual([
      { stage: 'Appointment Scheduled', header: 'Date entered "Appointment Scheduled (Sales Pipeline)"' },
      { stage: 'Closed Won', header: 'Date entered "Closed Won (Sales Pipeline)"' },
    ]);
    expect(table.mapping.columns).toEqual({
      id: 'Record ID',
      name: 'Deal Name',
      pipeline: 'Pipeline',
      stage: 'Deal Stage',
      amount: 'Amount',
      currency: 'Currency',
      closed: 'Close Date',
      created: 'Create Date',
      owner: 'Deal owner',
      type: 'Deal Type',
      probability: 'Deal probability',
      forecastCategory: 'Forecast category',
      lossReason: 'Closed Lost Reason',
      lastActivity: 'Last Activity Date',
      lastStageChange: 'Date entered current stage',
    });
  });

  it('HubSpot deals in German', () => {
    const headers = H(
      'Datensatz-ID | Dealname | Deal-Phase | Betrag | Erstelldatum | Abschlussdatum | Zuständiger Mitarbeiter | Zugehöriges Unternehmen | Grund für verlorenen Deal | Eingetreten am "Termin vereinbart (Vertriebs-Pipeline)" | Datum des Eintritts in "Vertrag gesendet (Vertriebs-Pipeline)"',
    );
    const row = ['Größe S', 'Vertrag gesendet', '8.000,00 €', '09.03.2026', '', 'Müller', 'Öl GmbH', ''];
    const dates = ['09.03.2026', '15.05.2026'];
    const table = first(sheetOf('hubspot', [headers, ['1', ...row, ...dates], ['2', ...row, ...dates]]));
    expect(table.mapping.stageDates.map(({ stage }) => stage)).toEqual([
      'Termin vereinbart',
      'Vertrag gesendet',
    ]);
    expect(table.mapping.columns).toMatchObject({
      id: 'Datensatz-ID',
      owner: 'Zuständiger Mitarbeiter',
      account: 'Zugehöriges Unternehmen',
      lossReason: 'Grund für verlorenen Deal',
    });
  });

  it('Pipedrive deals and activities', () => {
    const deals = H(
      'Deal - ID | Deal - Title | Deal - Value | Deal - Currency of Value | Deal - Probability | Deal - Pipeline | Deal - Stage | Deal - Status | Deal - Owner | Deal - Organization | Deal - Contact person | Deal - Deal created | Deal - Expected close date | Deal - Won time | Deal - Lost time | Deal - Deal closed on | Deal - Lost reason | Deal - Last activity date',
    );
    const deal = [
      '7',
      'A',
      '1,000',
      'EUR',
      null,
      'Main',
      'Proposal',
      'Won',
      'Ann',
      'Acme',
      'Joe',
      '2024-01-01 10:00:00',
      '2024-03-01',
      '2024-02-01 09:00:00',
      null,
      '2024-02-01 09:00:00',
      null,
      '2024-01-20',
    ];
    const activities = H(
      'Activity - Subject | Activity - Type | Activity - Due date | Activity - Due time | Activity - Duration | Activity - Done | Activity - Marked as done time | Activity - Assigned to user | Activity - Deal | Activity - Organization',
    );
    const activity = [
      'Call Joe',
      'Call',
      '2024-01-10',
      '10:00',
      '00:30',
      'Done',
      '2024-01-10 10:30:00',
      'Ann',
      'A',
      'Acme',
    ];
    const { value } = seen(
      sheetOf('deals', [deals, deal, ['8', ...deal.slice(1)]]),
      sheetOf('activities', [activities, activity]),
    );
    expect(value?.map((t) => [t.mapping.role, t.used])).toEqual([
      ['opportunities', true],
      ['activities', true],
    ]);
    expect(value?.[0]?.mapping.columns).toEqual({
      id: 'Deal - ID',
      name: 'Deal - Title',
      amount: 'Deal - Value',
      currency: 'Deal - Currency of Value',
      probability: 'Deal - Probability',
      pipeline: 'Deal - Pipeline',
      stage: 'Deal - Stage',
      status: 'Deal - Status',
      owner: 'Deal - Owner',
      account: 'Deal - Organization',
      created: 'Deal - Deal created',
      expectedClose: 'Deal - Expected close date',
      wonDate: 'Deal - Won time',
      lostDate: 'Deal - Lost time',
      closed: 'Deal - Deal closed on',
      lossReason: 'Deal - Lost reason',
      lastActivity: 'Deal - Last activity date',
    });
    expect(value?.[1]?.mapping.columns).toMatchObject({
      date: 'Activity - Due date',
      type: 'Activity - Type',
      owner: 'Activity - Assigned to user',
      opportunity: 'Activity - Deal',
      account: 'Activity - Organization',
      done: 'Activity - Done',
      end: 'Activity - Marked as done time',
    });
  });

  it('Dynamics 365 opportunities', () => {
    const headers = H(
      '(Do Not Modify) Opportunity | (Do Not Modify) Row Checksum | (Do Not Modify) Modified On | Topic | Potential Customer | Contact | Est. close date | Est. revenue | Probability | Rating | Pipeline Phase | Sales Stage | Status | Status Reason | Actual Revenue | Actual Close Date | Owner | Created On',
    );
    const row = [
      'a1-b2',
      'x==',
      45400.5,
      'New store',
      'Contoso',
      'Joe',
      45400,
      1000,
      60,
      'Hot',
      '2-Develop',
      'Propose',
      'Open',
      'In Progress',
      null,
      null,
      'Ann',
      45300,
    ];
    const formats = headers.map((h) => (/date|On$/i.test(h) ? [{ from: 0, format: 'yyyy-mm-dd' }] : []));
    const table = first(
      sheetOf('All Opportunities', [headers, row, ['a2-b3', ...row.slice(1)]], { formats }),
    );
    expect(table.mapping.columns).toEqual({
      id: '(Do Not Modify) Opportunity',
      name: 'Topic',
      account: 'Potential Customer',
      expectedClose: 'Est. close date',
      amount: 'Est. revenue',
      probability: 'Probability',
      stage: 'Sales Stage',
      status: 'Status',
      lossReason: 'Status Reason',
      closed: 'Actual Close Date',
      owner: 'Owner',
      created: 'Created On',
    });
    expect(table.columns[6]?.examples).toEqual(['2024-04-18']);
  });

  it('Salesforce report with flags, converted amounts and their currency', () => {
    const headers = H(
      'Opportunity ID | Opportunity Name | Account Name | Opportunity Owner | Stage | Amount Currency | Amount | Amount (converted) Currency | Amount (converted) | Expected Revenue | Probability (%) | Close Date | Created Date | Fiscal Period | Type | Lead Source | Push Count | Closed | Won | Age',
    );
    const row = (i: number): readonly Cell[] => [
      `006${i}`,
      `A${i}`,
      'Acme',
      'Ann',
      'Closed Won',
      'USD',
      '110',
      'EUR',
      '100',
      '90',
      '100',
      '2/3/2024',
      '1/31/2024',
      'Q1-2024',
      'New',
      'Web',
      '2',
      '1',
      '1',
      '30',
    ];
    const { columns } = first(sheetOf('report', [headers, row(1), row(2)])).mapping;
    expect(columns).toMatchObject({
      amount: 'Amount (converted)',
      currency: 'Amount (converted) Currency',
      isClosed: 'Closed',
      isWon: 'Won',
      closed: 'Close Date',
      pushCount: 'Push Count',
    });
    expect(Object.values(columns)).not.toContain('Expected Revenue');
  });

  it('Salesforce field history, both ways', () => {
    const api = rowsOf(`OpportunityId | Field | OldValue | NewValue | CreatedDate
      006a | StageName | Prospecting | Proposal | 2024-01-05
      006a | Amount | 5 | 10 | 2024-01-06
      006a | StageName | Proposal | Closed Won | 2024-02-05`);
    const report = rowsOf(`Opportunity Name | Edit Date | Field / Event | Old Value | New Value | Edited By
      A | 2024-01-05 | Stage | Prospecting | Proposal | Ann
      A | 2024-01-06 | Amount | 5 | 10 | Ann
      A | 2024-02-05 | Stage | Proposal | Closed Won | Ann`);
    expect(first(sheetOf('api', api)).mapping).toMatchObject({
      role: 'stageHistory',
      columns: {
        opportunity: 'OpportunityId',
        changedField: 'Field',
        fromStage: 'OldValue',
        toStage: 'NewValue',
        changed: 'CreatedDate',
      },
    });
    expect(first(sheetOf('report', report)).mapping).toMatchObject({
      role: 'stageHistory',
      columns: {
        opportunity: 'Opportunity Name',
        changedField: 'Field / Event',
        changed: 'Edit Date',
        changedBy: 'Edited By',
      },
    });
  });

  it('Salesforce opportunity history and activities', () => {
    const history =
      rowsOf(`Opportunity ID | Opportunity Name | From Stage | To Stage | Last Stage Change Date | Stage Duration | Amount | Last Modified By
      1 | A | Lead | Demo | 2024-01-05 | 5 | 10 | Ann
      1 | A | Demo | Closed Won | 2024-02-05 | 31 | 10 | Ann`);
    const activities =
      rowsOf(`Date | Assigned | Activity Type | Company / Account | Opportunity | Subject | Priority | Status | Task | Task Subtype
      2024-01-05 | Ann | Call | Acme | A | Call Joe | Normal | Completed | TRUE | Call`);
    expect(first(sheetOf('h', history)).mapping.columns).toMatchObject({
      opportunity: 'Opportunity ID',
      fromStage: 'From Stage',
      toStage: 'To Stage',
      changed: 'Last Stage Change Date',
    });
    expect(first(sheetOf('a', activities)).mapping).toMatchObject({
      role: 'activities',
      columns: {
        date: 'Date',
        type: 'Activity Type',
        owner: 'Assigned',
        account: 'Company / Account',
        opportunity: 'Opportunity',
      },
    });
  });
});

it('takes the only date of an activity for its date, whatever it is called', () => {
  const { columns } = first(
    sheetOf('a', rowsOf('Completed at | Rep | Activity type\n2024-01-05 | Ann | Call')),
  ).mapping;
  expect(columns).toMatchObject({ date: 'Completed at' });
  expect(columns).not.toHaveProperty('end');
});

it('Dynamics 365 activities', () => {
  const rows = rowsOf(`Subject | Regarding | Activity Type | Start Date | Date Created
    Call Joe | A | Phone Call | 2024-01-05 | 2024-01-04
    Visit Joe | A | Appointment | 2024-01-06 | 2024-01-04`);
  expect(first(sheetOf('a', rows)).mapping).toMatchObject({
    role: 'activities',
    columns: { opportunity: 'Regarding', type: 'Activity Type', date: 'Start Date' },
  });
});

describe('shapes', () => {
  it('reads columns named like stages as the dates they were entered', () => {
    const rows = rowsOf(`Deal ID | Stage | Amount | Lead | Demo date | Proposal
      1 | Demo | 5 | 2024-01-01 | 2024-02-01 |
      2 | Proposal | 5 | 2024-01-01 | 2024-02-01 | 2024-03-01`);
    const { mapping, used } = first(sheetOf('S', rows));
    expect(used).toBe(true);
    expect(mapping.stageDates).toEqual([
      { stage: 'Lead', header: 'Lead' },
      { stage: 'Demo', header: 'Demo date' },
      { stage: 'Proposal', header: 'Proposal' },
    ]);
  });

  it('takes deals listed at a few dates for snapshots, whatever the date is called', () => {
    const rows = ['2024-01-31', '2024-02-29', '2024-03-31'].flatMap((date) =>
      [1, 2, 3, 4].map((id) => [date, `D${id}`, 'Ann', 'Demo', 100 * id]),
    );
    const table = first(sheetOf('S', [['Date', 'Deal ID', 'Owner', 'Stage', 'Amount'], ...rows]));
    expect(table.mapping).toMatchObject({
      role: 'opportunities',
      columns: { snapshotDate: 'Date', id: 'Deal ID' },
    });
  });

  it('takes deals that change on any day for stage history', () => {
    const rows = Array.from({ length: 12 }, (_, i) => [
      `2024-01-${10 + i}`,
      `D${i % 4}`,
      ['Lead', 'Demo', 'Won'][i % 3]!,
    ]);
    const table = first(sheetOf('S', [['Date', 'Deal ID', 'Stage'], ...rows]));
    expect(table.mapping).toMatchObject({
      role: 'stageHistory',
      columns: { changed: 'Date', opportunity: 'Deal ID', toStage: 'Stage' },
    });
  });

  it('reads a month with a count for each type as activities', () => {
    const rows = rowsOf(`Month | Rep | Calls | # of demos | Emails sent | Revenue
      2024-01-01 | Ann | 40 | 3 | 100 | 5000
      2024-02-01 | Ann | 30 | 4 | 90 | 6000`);
    expect(first(sheetOf('S', rows)).mapping).toMatchObject({
      role: 'activities',
      columns: { date: 'Month', owner: 'Rep' },
      activityCounts: [
        { type: 'Calls', header: 'Calls' },
        { type: '# of demos', header: '# of demos' },
        { type: 'Emails sent', header: 'Emails sent' },
      ],
    });
  });

  it('tells people from their quotas', () => {
    const people = rowsOf(`Name | Manager | Start date | Quota
      Ann | Max | 2020-01-01 | 1000
      Bob | Max | 2021-01-01 | 1000`);
    const quotas = rowsOf(`Name | Quarter | Quota
      Ann | 2024-Q1 | 250
      Ann | 2024-Q2 | 250`);
    expect(first(sheetOf('S', people)).mapping.role).toBe('people');
    expect(first(sheetOf('S', quotas)).mapping.role).toBe('quotas');
  });
});

const DEALS = dealsOf('Deal ID | Deal Name | Owner | Stage | Amount | Created Date | Close Date', 'Won');
const withIds = (sheet: RawSheet, prefix: string, name: string, more: Partial<RawSheet> = {}): RawSheet => ({
  ...sheet,
  sheet: name,
  rows: sheet.rows.map((row, i) => (i === 0 ? row : [`${prefix}${String(row[0])}`, ...row.slice(1)])),
  ...more,
});

describe('values against headers', () => {
  it('does not take a date column that holds no dates', () => {
    const rows = rowsOf(`Deal ID | Stage | Created Date | Created On
      1 | Demo | yes | 2024-01-01
      2 | Demo | no | 2024-01-02`);
    expect(first(sheetOf('S', rows)).mapping.columns['created']).toBe('Created On');
  });

  it('says so when the only column of that name does not fit', () => {
    const rows = rowsOf(`Deal ID | Stage | Created Date | Win probability
      1 | Demo | 2024-01-01 | Low
      2 | Demo | 2024-01-02 | High`);
    const outcome = seen(sheetOf('S', rows));
    expect(outcome.issues).toMatchObject([
      { code: 'columnUnmapped', facts: { field: 'Probability', header: 'Win probability' } },
    ]);
  });

  it('tells a closing date from a flag and from an expected one', () => {
    const rows = rowsOf(`Deal ID | Status | Created | Closed | Expected close | Won
      1 | Won | 2024-01-01 | 2024-02-01 | 2024-03-01 | TRUE
      2 | Open | 2024-01-01 | | 2024-03-01 | FALSE`);
    expect(first(sheetOf('S', rows)).mapping.columns).toEqual({
      id: 'Deal ID',
      status: 'Status',
      created: 'Created',
      closed: 'Closed',
      expectedClose: 'Expected close',
      isWon: 'Won',
    });
  });

  it('does not take the start of delivery for the creation of the deal', () => {
    const rows = (start: string) =>
      rowsOf(
        `Deal ID | Stage | Start date | Close date\n1 | Won | ${start} | 2024-02-01\n2 | Won | ${start} | 2024-02-01`,
      );
    expect(first(sheetOf('S', rows('2024-01-01'))).mapping.columns['created']).toBe('Start date');
    expect(codes(seen(sheetOf('S', rows('2024-06-01'))))).toEqual(['blocking roleMissing']);
  });

  it('asks about two equal columns of different values, and not of equal ones', () => {
    const rows = (second: string) =>
      rowsOf(
        `Deal ID | Stage | Created | Stage\n1 | Demo | 2024-01-01 | ${second}\n2 | Demo | 2024-01-01 | ${second}`,
      );
    const outcome = seen(sheetOf('S', rows('Proposal')));
    expect(outcome.issues).toMatchObject([
      {
        code: 'columnAmbiguous',
        severity: 'blocking',
        facts: { field: 'Stage', choices: ['Stage', 'Stage#2'] },
      },
    ]);
    expect(column(outcome.value![0]!, 'Stage#2')).toBeUndefined();
    expect(seen(sheetOf('S', rows('Demo'))).issues).toEqual([]);
  });

  it('is not harmed by headers that are names of object members', () => {
    const rows = DEALS.rows.map((row, i) => [
      ...row,
      i === 0 ? '__proto__' : 'x',
      i === 0 ? 'constructor' : 'y',
    ]);
    const table = first(sheetOf('S', rows));
    expect(table.columns.map((c) => c.header).slice(-2)).toEqual(['__proto__', 'constructor']);
    expect(table.mapping.columns).toEqual(first(DEALS).mapping.columns);
  });
});

describe('which tables are read', () => {
  it('reads a sheet per year together', () => {
    const outcome = seen(withIds(DEALS, 'a', '2023'), withIds(DEALS, 'b', '2024'));
    expect(outcome.value?.map((t) => t.used)).toEqual([true, true]);
    expect(outcome.issues).toEqual([]);
  });

  it('leaves out a sheet that another one contains', () => {
    const open = { ...DEALS, sheet: 'Only three', rows: DEALS.rows.slice(0, 4) };
    const outcome = seen(open, DEALS);
    expect(outcome.value?.map((t) => t.used)).toEqual([false, true]);
    expect(outcome.issues).toMatchObject([
      {
        code: 'tableNotUsed',
        severity: 'note',
        facts: { reason: 'duplicate' },
        place: { sheet: 'Only three' },
      },
    ]);
  });

  it('asks which of two about equally good tables it shall read', () => {
    const half = {
      ...DEALS,
      sheet: 'Other',
      rows: [
        ...DEALS.rows.slice(0, 4),
        ['new', ...DEALS.rows[4]!.slice(1)],
        ['new2', ...DEALS.rows[5]!.slice(1)],
      ],
    };
    const outcome = seen(DEALS, half);
    expect(outcome.issues).toMatchObject([
      { code: 'roleAmbiguous', severity: 'blocking', facts: { choices: ['Deals, row 1', 'Other, row 1'] } },
    ]);
    expect(outcome.value?.map((t) => t.used)).toEqual([false, false]);
  });

  it('names the file where two have a sheet of the same name', () => {
    const half = {
      ...DEALS,
      source: 'Other.xlsx',
      rows: [...DEALS.rows.slice(0, 4), ['new', ...DEALS.rows[4]!.slice(1)]],
    };
    expect(seen({ ...DEALS, rows: DEALS.rows.slice(0, 6) }, half).issues).toMatchObject([
      { facts: { choices: ['Deals of Book.xlsx, row 1', 'Deals of Other.xlsx, row 1'] } },
    ]);
  });

  it('takes the clearly better one and notes the other', () => {
    const poor = sheetOf(
      'Poor',
      rowsOf('Name | Status | Created | Value\nx | Open | 2024-01-01 | 1\ny | Open | 2024-01-02 | 2'),
    );
    const outcome = seen(poor, DEALS);
    expect(outcome.value?.map((t) => t.used)).toEqual([false, true]);
    expect(outcome.issues).toMatchObject([{ code: 'tableNotUsed', facts: { reason: 'lessSure' } }]);
  });

  it('never reads hidden sheets by itself, and asks when there is nothing else', () => {
    const hidden = withIds(DEALS, 'h', 'Old', { hidden: true });
    const both = seen(DEALS, hidden);
    expect(both.value?.map((t) => t.used)).toEqual([true, false]);
    expect(codes(both)).toEqual(['note tableNotUsed']);
    const alone = seen(hidden);
    expect(alone.value?.[0]?.used).toBe(false);
    expect(alone.issues).toMatchObject([
      { code: 'tableNotUsed' },
      { code: 'roleAmbiguous', severity: 'blocking', facts: { choices: ['Old, row 1'] } },
    ]);
  });

  it('does not look at sheets that Leadline wrote', () => {
    expect(seen({ ...DEALS, owned: true }).issues).toEqual([
      { code: 'onlyOwnSheets', severity: 'blocking', facts: { sources: ['Book.xlsx'] } },
    ]);
    const note = sheetOf('Note', [['just a note']], { source: 'Other.xlsx' });
    expect(seen({ ...DEALS, owned: true }, note).issues).toMatchObject([
      { code: 'noTables', facts: { sheets: 1, sources: ['Other.xlsx'] } },
    ]);
  });

  it('reads activities of different sheets together', () => {
    const calls = sheetOf('Calls', rowsOf('Date | Rep | Activity type\n2024-01-01 | Ann | Call'));
    const visits = sheetOf(
      'Visits',
      rowsOf('Activity date | Owner | Type | Duration\n2024-01-02 | Bob | Visit | 30'),
    );
    expect(seen(DEALS, calls, visits).value?.map((t) => t.used)).toEqual([true, true, true]);
  });

  it('lets a stage history stand in for the created date', () => {
    const plain = sheetOf('Deals', rowsOf('Deal ID | Stage | Amount\n1 | Demo | 5\n2 | Demo | 6'));
    const history = sheetOf(
      'History',
      rowsOf('Deal ID | From stage | To stage | Date\n1 | | Lead | 2024-01-01\n1 | Lead | Demo | 2024-02-01'),
    );
    expect(seen(plain, history).issues).toEqual([]);
    expect(seen(plain).issues).toMatchObject([
      {
        code: 'roleMissing',
        severity: 'blocking',
        facts: { missing: ['Created date or Snapshot date'], seen: 'Deals, row 1: Deal ID, Stage, Amount' },
      },
    ]);
  });

  it('says what a table lacks that nearly is of a role of which none is read, and not of unlike ones', () => {
    const changes = (headers: string) =>
      sheetOf('Changes', rowsOf(`${headers}\nV1 | | Lead | 2024-01-05\nV1 | Lead | Demo | 2024-02-05`));
    const products = sheetOf('Products', rowsOf('Product | Series | Region\nGTX | G | West\nGTK | G | East'));
    const strange = changes('Ding | From stage | To stage | Changed on');
    const { value, issues } = seen(DEALS, strange, products);
    expect(value?.map((t) => t.used)).toEqual([true, false, false]);
    expect(issues).toEqual([
      {
        code: 'tableNotUsed',
        severity: 'note',
        facts: { role: 'Stage history', reason: 'lacksColumns', lacks: ['Opportunity ID'] },
        place: { source: 'Book.xlsx', sheet: 'Changes', row: 1 },
      },
    ]);
    const read = { ...changes('Deal ID | From stage | To stage | Changed on'), sheet: 'Read' };
    expect(seen(DEALS, strange, read).issues).toEqual([]);
    expect(seen(DEALS, { ...strange, hidden: true }).issues).toEqual([]);
  });

  it('says what is missing when there is nothing like opportunities', () => {
    expect(codes(seen(sheetOf('S', [['just a note']])))).toEqual(['blocking noTables']);
    expect(codes(seen())).toEqual(['blocking noTables']);
    expect(codes(seen({ ...DEALS, rows: DEALS.rows.slice(0, 1) }))).toEqual(['blocking headersOnly']);
    expect(codes(seen(sheetOf('S', [['Deal ID', 'Stage', 'Created']])))).toEqual(['blocking headersOnly']);
    expect(
      seen(sheetOf('Products', rowsOf('product | series | sales_price\nGTX | G | 5'))).issues,
    ).toMatchObject([
      {
        code: 'roleMissing',
        facts: { role: 'Opportunities', seen: 'Products, row 1: product, series, sales_price' },
      },
    ]);
  });

  it('says that a filter hides rows and that a sheet is very wide', () => {
    expect(codes(seen({ ...DEALS, filteredRows: 3 }))).toEqual(['note filteredRows']);
    const wide = DEALS.rows.map((row, i) => [
      ...row,
      ...Array.from({ length: 2000 }, (_, c) => (i === 0 ? `Field ${c}` : 1)),
    ]);
    const outcome = seen(sheetOf('Deals', wide));
    expect(codes(outcome)).toEqual(['note sheetTooWide']);
    expect(outcome.value?.[0]?.columns).toHaveLength(7);
    expect(outcome.value?.[0]?.mapping.columns).toEqual(first(DEALS).mapping.columns);
  });
});

describe('what a person decided', () => {
  const decide = (sheets: readonly RawSheet[], ...tables: readonly DecidedTable[]) =>
    recognise(sheets, { tables });

  it('wins over recognition, column by column; the rest is recognised', () => {
    const { value, issues } = decide([DEALS], {
      sheet: 'Deals',
      columns: { created: 'Close Date', closed: '' },
    });
    expect(issues).toEqual([]);
    expect(value?.[0]?.mapping.columns).toEqual({
      ...first(DEALS).mapping.columns,
      created: 'Close Date',
      closed: undefined,
    });
  });

  it('may give another role, with certainty', () => {
    const odd = sheetOf('Odd', rowsOf('A | B | C\n1 | Demo | 2024-01-01\n2 | Demo | 2024-01-02'));
    const { value, issues } = decide([odd], {
      sheet: 'Odd',
      role: 'opportunities',
      columns: { id: 'A', stage: 'B', created: 'C' },
    });
    expect(issues).toEqual([]);
    expect(value?.[0]).toMatchObject({ used: true, confidence: 1, why: 'as you decided' });
  });

  it('may set a table aside and choose a hidden one', () => {
    const hidden = withIds(DEALS, 'h', 'Old', { hidden: true });
    const { value, issues } = decide(
      [DEALS, hidden],
      { sheet: 'Deals', role: 'ignored' },
      { sheet: 'Old', role: 'opportunities' },
    );
    expect(value?.map((t) => t.used)).toEqual([false, true]);
    expect(issues).toEqual([]);
  });

  it('may say in which row the headers stand', () => {
    const rows = [
      ['Deal ID', 'Stage', 'Created'],
      ['Nr', 'Wo', 'Wann'],
      ...[1, 2].map((n) => [n, 'Demo', `2024-01-0${n}`]),
    ];
    const { value } = decide([sheetOf('S', rows)], {
      sheet: 'S',
      headerRow: 2,
      role: 'opportunities',
      columns: { id: 'Nr', stage: 'Wo', created: 'Wann' },
    });
    expect(value).toHaveLength(1);
    expect(value?.[0]).toMatchObject({
      used: true,
      mapping: { headerRow: 2 },
      region: { top: 2, bottom: 3 },
    });
  });

  it('finds its table again when rows were inserted above', () => {
    const moved = { ...DEALS, rows: [['Report of May'], [], ...DEALS.rows] };
    const [before] = seen(DEALS).value!;
    const { value, issues } = decide([moved], before!.mapping);
    expect(issues).toEqual([]);
    expect(value?.map((t) => [t.used, t.mapping.headerRow])).toEqual([[true, 3]]);
  });

  it('counts once for a table, the last time it was decided', () => {
    const { value } = decide(
      [DEALS],
      { sheet: 'Deals', role: 'people' },
      { sheet: 'deals', role: 'opportunities' },
    );
    expect(value?.map((t) => t.mapping.role)).toEqual(['opportunities']);
  });

  it('is told what it names and the sheets do not have', () => {
    expect(codes(decide([DEALS], { sheet: 'Nope' }))).toEqual(['blocking mappingUnknownSheet']);
    expect(decide([DEALS], { sheet: 'Deals', columns: { amount: 'Value' } }).issues).toMatchObject([
      { code: 'mappingUnknownColumn', severity: 'blocking', facts: { field: 'Amount', header: 'Value' } },
    ]);
    expect(decide([DEALS], { sheet: 'Deals', columns: { stagee: 'Stage' } }).issues).toMatchObject([
      {
        code: 'mappingUnknownField',
        severity: 'blocking',
        facts: {
          role: 'Opportunities',
          field: 'stagee',
          fields: ROLES.opportunities.fields.map((f) => f.id),
        },
        place: { sheet: 'Deals' },
      },
    ]);
  });

  it('reads what recognition proposed just the same', () => {
    const proposed = seen(DEALS).value!.map((t) => t.mapping);
    expect(decide([DEALS], ...proposed).value?.map((t) => t.mapping)).toEqual(proposed);
  });
});

describe('what is no deal', () => {
  it('asks before it takes tickets for deals', () => {
    const tickets = rowsOf(
      'ID | Task | Status | Created | Owner\n1 | x | Open | 2024-01-01 | Ann\n2 | y | Done | 2024-01-02 | Bob',
    );
    expect(seen(sheetOf('Tickets', tickets)).issues).toMatchObject([
      {
        code: 'roleMissing',
        facts: { missing: ['Stage or Amount'], seen: 'Tickets, row 1: ID, Task, Status, Created, Owner' },
      },
    ]);
  });

  it("takes customers' contacts for no salespeople", () => {
    const contacts = rowsOf(
      'Id | Contact Name | Job Title | Email | Customer Name\n1 | Jo | CEO | jo@acme | Acme\n2 | Al | CTO | al@acme | Acme',
    );
    expect(seen(DEALS, sheetOf('Contacts', contacts)).value?.map((t) => t.used)).toEqual([true, false]);
  });
});

describe('totals', () => {
  it('are said for tables that are read, and for no others', () => {
    const total: readonly Cell[] = ['Total', null, null, null, 21000];
    const other = sheetOf('Other', [
      ['product', 'series', 'price'],
      ['a', 'b', 1],
      ['Total', null, 1],
    ]);
    expect(codes(seen({ ...DEALS, rows: [...DEALS.rows, total] }, other))).toEqual(['note totalsRow']);
  });
});

describe('property: nothing breaks it', () => {
  it('finds tables within the sheet, or none, in any cells', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constantFrom(
        'Deal ID',
        'Stage',
        'Created',
        'Amount',
        '__proto__',
        'Total',
        '2024-01-01',
        '#N/A',
        '=1+1',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (rows) => {
        for (const { region, mapping, columns } of seen(sheetOf('S', rows)).value ?? []) {
          expect(region.top).toBeGreaterThanOrEqual(mapping.headerRow);
          expect(region.bottom).toBeLessThan(rows.length);
          expect(new Set(columns.map((c) => c.header)).size).toBe(columns.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('property: place and order do not matter', () => {
  it('gives the same mapping for shuffled columns with blank rows and columns around', () => {
    const width = DEALS.rows[0]!.length;
    const expected = first(DEALS).mapping.columns;
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...Array(width).keys()], { minLength: width, maxLength: width }),
        fc.nat(5),
        fc.nat(4),
        fc.array(fc.nat(5), { maxLength: 3 }),
        (order, above, before, blanks) => {
          const inside = new Set(blanks.map((b) => b + 1));
          const pad = Array<Cell>(before).fill(null);
          const rows = [
            ...Array.from({ length: above }, () => [] as readonly Cell[]),
            ...DEALS.rows.flatMap((row, i) => {
              const moved = [...pad, ...order.map((c) => row[c] ?? null)];
              return inside.has(i) && i > 0 ? [[], moved] : [moved];
            }),
            [],
          ];
          const table = first(sheetOf('S', rows));
          expect(table.mapping.columns).toEqual(expected);
          expect(Object.keys(table.mapping.columns)).toEqual(Object.keys(expected));
          expect(table.mapping.headerRow).toBe(above + 1);
          expect(table.region).toMatchObject({ left: before, right: before + width - 1 });
        },
      ),
      { numRuns: 60 },
    );
  });
});
