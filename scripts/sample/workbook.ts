import { writeXlsx, type CellValue, type WriteSheet } from 'hucre';
import { dayOf, isoOf, monthStart, monthIndexOf, type Day } from '../../src/engine/core/day';
import { randomFrom } from '../../src/engine/core/random';
import {
  COMPONENT_HEADERS,
  COMPONENT_ROWS,
  MODIFIER_HEADERS,
  MODIFIER_ROWS,
  payOf,
  TIER_HEADERS,
  TIER_ROWS,
} from './plan';
import {
  employed,
  FIRST_DAY,
  LAST_DAY,
  LOST,
  PEOPLE,
  quarterOf,
  STAGES,
  WON,
  type Deal,
  type World,
} from './world';

/** The world as a CRM would export it on its last day, with the dirt that such exports carry. */
const probability = new Map([...STAGES.map((s) => [s.name, s.probability] as const), [WON, 100], [LOST, 0]]);

type Row = CellValue[];

/** A header row and rows, looking like an export: bold header with filter, frozen; numbers of some columns in a format of their own. */
function exported(
  name: string,
  headers: readonly string[],
  widths: readonly number[],
  formatted: readonly string[],
  rows: readonly Row[],
  numFmt = 'yyyy-mm-dd',
): WriteSheet {
  const columns = new Set(formatted.map((header) => headers.indexOf(header)));
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  headers.forEach((_, c) =>
    cells.set(`0,${c}`, {
      style: {
        font: { bold: true, color: { rgb: 'FFFFFF' } },
        fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F3A5F' } },
        alignment: { vertical: 'center' },
      },
    }),
  );
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (columns.has(c) && typeof value === 'number') cells.set(`${r + 1},${c}`, { style: { numFmt } });
    }),
  );
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: [[...headers], ...rows.map((r) => [...r])],
    cells,
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${String.fromCharCode(64 + headers.length)}${rows.length + 1}` },
  };
}

const closeOf = (deal: Deal): { day: Day; stage: string } | undefined => {
  const last = deal.path[deal.path.length - 1]!;
  return last.day <= LAST_DAY ? last : undefined;
};
const visible = (deal: Deal) => deal.path.filter((e) => e.day <= LAST_DAY);

function opportunityRows(world: World, seed: number): Row[] {
  const lastActivity = new Map<Deal, Day>();
  for (const a of world.activities) if (a.deal && a.day <= LAST_DAY) lastActivity.set(a.deal, a.day);
  const r = randomFrom(seed).stream('opportunity sheet');
  return world.deals.map((deal): Row => {
    const now = visible(deal);
    const stage = now[now.length - 1]!.stage;
    const close = closeOf(deal);
    const expected = (LAST_DAY + 5 + Math.floor(r.next() * 90)) as Day;
    return [
      deal.id,
      `${deal.account} – ${deal.type}`,
      deal.account,
      deal.owner.name,
      stage,
      deal.amount,
      probability.get(stage)!,
      close ? close.day : expected,
      deal.created,
      deal.type,
      deal.leadSource,
      lastActivity.get(deal) ?? null,
      stage === LOST ? ['Price', 'Competitor', 'No decision', 'Timing'][Math.floor(r.next() * 4)]! : null,
    ];
  });
}
const AMOUNT = 5;
const OWNER = 3;
const STAGE = 4;
const NAME = 1;
const CLOSE = 7;
const CREATED = 8;

/** What real exports have wrong. Positions are fixed, so the workbook's truth file can name them. */
function dirty(rows: Row[]): Row[] {
  const set = (row: number, column: number, value: CellValue) => void (rows[row]![column] = value);
  for (const row of [41, 380, 777])
    set(row, AMOUNT, `$${(rows[row]![AMOUNT] as number).toLocaleString('en-US')}.00`);
  set(112, AMOUNT, 'n/a');
  set(640, AMOUNT, 'to be agreed');
  set(901, AMOUNT, -4500);
  set(1203, AMOUNT, (rows[1203]![AMOUNT] as number) * 4000);
  set(58, OWNER, '  Amara Okafor ');
  set(1310, OWNER, 'Former Employee');
  set(233, CREATED, null);
  set(707, CREATED, 'TBC');
  set(450, STAGE, 'Proposal/Price Qoute');
  set(1111, NAME, '=Juniper Retail – renewal');
  set(1500, CLOSE, (rows[1500]![CREATED] as number) - 12);
  set(1600, 0, null);
  return [
    ...rows.slice(0, 500),
    rows[17]!.slice(),
    ...rows.slice(500, 1400),
    rows[333]!.slice(),
    ...rows.slice(1400),
  ];
}

function historyRows(world: World): Row[] {
  const rows: Row[] = [];
  for (const deal of world.deals)
    visible(deal).forEach((entry, i, all) => {
      rows.push([
        deal.id,
        `${deal.account} – ${deal.type}`,
        i ? all[i - 1]!.stage : null,
        entry.stage,
        entry.day,
        deal.owner.name,
      ]);
    });
  rows.sort((a, b) => (a[4] as number) - (b[4] as number) || String(a[0]).localeCompare(String(b[0])));
  rows.splice(1200, 0, [
    '006-99001',
    'Deleted deal',
    null,
    STAGES[0]!.name,
    rows[1200]![4]!,
    PEOPLE[0]!.name,
  ]);
  rows.splice(4000, 0, [
    '006-99002',
    'Deleted deal',
    STAGES[0]!.name,
    LOST,
    rows[4000]![4]!,
    PEOPLE[1]!.name,
  ]);
  return rows;
}

const activityRows = (world: World): Row[] =>
  world.activities
    .filter((a) => a.day <= LAST_DAY)
    .map((a) => [a.day, a.owner.name, a.type, a.deal?.id ?? null, 'Completed']);

const rowsOf = (rows: readonly (readonly CellValue[])[]): Row[] => rows.map((row) => [...row]);

const peopleRows = (): Row[] =>
  PEOPLE.map((p) => {
    const { base, variable } = payOf(p);
    return [p.name, p.role, p.manager, p.region, p.start, p.end ?? null, base, variable];
  });

/** Quotas are set for the whole year. */
const QUOTAS_UNTIL = dayOf(2026, 12, 31);

function quotaRows(): Row[] {
  const rows: Row[] = [];
  for (let month = monthIndexOf(FIRST_DAY); monthStart(month) <= QUOTAS_UNTIL; month += 3)
    for (const p of PEOPLE) {
      const start = monthStart(month);
      if (employed(p, start)) rows.push([p.name, quarterOf(start), p.quarterQuota, 'Won amount']);
    }
  return rows;
}

export async function sampleWorkbook(world: World, seed: number): Promise<Uint8Array> {
  return writeXlsx({
    properties: { title: `Sample CRM export, ${isoOf(LAST_DAY)}`, creator: 'Leadline' },
    sheets: [
      exported(
        'Opportunities',
        [
          'Opportunity ID',
          'Opportunity Name',
          'Account Name',
          'Opportunity Owner',
          'Stage',
          'Amount',
          'Probability (%)',
          'Close Date',
          'Created Date',
          'Type',
          'Lead Source',
          'Last Activity',
          'Loss Reason',
        ],
        [14, 34, 22, 20, 22, 12, 14, 12, 13, 18, 13, 13, 14],
        ['Close Date', 'Created Date', 'Last Activity'],
        dirty(opportunityRows(world, seed)),
      ),
      exported(
        'Opportunity History',
        [
          'Opportunity ID',
          'Opportunity Name',
          'From Stage',
          'To Stage',
          'Last Stage Change Date',
          'Last Modified By',
        ],
        [14, 34, 22, 22, 22, 20],
        ['Last Stage Change Date'],
        historyRows(world),
      ),
      exported(
        'Activities',
        ['Date', 'Assigned', 'Activity Type', 'Opportunity ID', 'Status'],
        [12, 20, 20, 16, 12],
        ['Date'],
        activityRows(world),
      ),
      exported(
        'People',
        ['Name', 'Role', 'Manager', 'Region', 'Start Date', 'End Date', 'Base Salary', 'Target Variable'],
        [20, 26, 18, 10, 12, 12, 12, 14],
        ['Start Date', 'End Date'],
        peopleRows(),
      ),
      exported('Quotas', ['Person', 'Period', 'Quota', 'Measure'], [20, 12, 12, 14], [], quotaRows()),
      exported(
        'Plan components',
        COMPONENT_HEADERS,
        [25, 16, 12, 12, 22, 10, 8, 14, 16],
        ['Rate'],
        rowsOf(COMPONENT_ROWS),
        '0%',
      ),
      exported(
        'Plan tiers',
        TIER_HEADERS,
        [25, 16, 8, 8, 8, 14, 24],
        ['From', 'To'],
        rowsOf(TIER_ROWS),
        '0%',
      ),
      exported(
        'Plan modifiers',
        MODIFIER_HEADERS,
        [25, 16, 16, 25, 8, 8, 18, 16],
        ['From'],
        rowsOf(MODIFIER_ROWS),
        '0%',
      ),
    ],
  });
}
