import { readFileSync } from 'node:fs';
import { findingsSchema } from '../../src/app/findingsSchema';
import { readWorkbookFile } from '../../src/hosts/workbookFile';
import { testData } from '../support/rawSheets';
import { run, temporaryFolder, type Folder } from '../support/run';

/** Sales people with their own commission rates, and the orders of 2013. */
const ADVENTUREWORKS = ['SalesPerson', 'SalesOrderHeader_2013_salespeople'].map((name) =>
  testData('adventureworks', `${name}.csv`),
);
const FLAT = {
  name: 'Flat',
  components: [{ name: 'Orders', kind: 'rate', period: 'year', unit: 'ofAmount' }],
};
/** The same for everyone, and half on top of it above 3 million. */
const TIERED = {
  name: 'Tiered',
  components: [
    {
      name: 'Orders',
      kind: 'tiers',
      period: 'year',
      bandsOf: 'amount',
      tiers: [
        { from: 0, to: 3_000_000, rate: 0.012, unit: 'ofAmount' },
        { from: 3_000_000, rate: 0.018, unit: 'ofAmount' },
      ],
    },
  ],
};

let folder: Folder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

const plan = (name: string, content: unknown): string => folder.write(name, JSON.stringify(content));
const found = (name: string) =>
  findingsSchema.parse(JSON.parse(readFileSync(folder.path(name), 'utf8'))).analyses.compensation!;
const compensate = (...more: readonly string[]) =>
  run('compensate', ...ADVENTUREWORKS, '--as-of', '2013-12-31', ...more);

it('pays AdventureWorks 2013 at each person’s own rate, prints it, and writes workbook and findings', async () => {
  const { code, out } = await compensate(
    ...['--plan', plan('flat.json', FLAT), '--simulate', '200'],
    ...['--out', folder.path('r.xlsx'), '--json', folder.path('f.json')],
  );
  expect(code).toBe(0);
  // Python's decimal over the two files, see fromData/adventureWorks.test.ts.
  expect(out).toMatch(/Payout, 2013: 460,065\.91 \(17 people, 1 plan\)/);
  expect(out).toMatch(/289 +2013 +82,121\.28/);
  expect(found('f.json').plans[0]!.totals).toEqual({
    people: 17,
    target: 0,
    credited: 3_289_035_170,
    payout: 46_006_591,
  });
  expect(found('f.json').cost.runs).toBe(200);
  const { value } = await readWorkbookFile('r.xlsx', readFileSync(folder.path('r.xlsx')));
  const names = value!.sheets.map(({ sheet }) => sheet);
  for (const name of ['Plan', 'Payout', 'Statement', 'Payout curve', 'Cost', 'Health check'])
    expect(names).toContain(`Leadline ${name}`);
  // Given by the command line, the plan is Leadline's own: it can be edited on its sheet.
  expect(value!.sheets.flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase()))).toEqual(
    expect.arrayContaining(['leadline_plancomponents', 'leadline_plantiers', 'leadline_planmodifiers']),
  );
});

it('compares a second plan with the first, and finds the rate that meets a budget', async () => {
  const { code, out } = await compensate(
    ...[
      '--plan',
      plan('a.json', TIERED),
      '--plan',
      plan('b.json', { ...TIERED, components: FLAT.components }),
    ],
    ...['--seek', 'orders/tier 2/rate=500000', '--seek', 'Orders/tier 9/rate=1'],
    ...['--json', folder.path('f.json')],
  );
  expect(code).toBe(0);
  const { plans, comparison, seeks } = found('f.json');
  expect(plans.map(({ name, alternativeTo }) => [name, alternativeTo])).toEqual([
    ['Tiered', null],
    ['Tiered (b.json)', 'Tiered'],
  ]);
  expect(comparison).toHaveLength(1);
  const { winners, losers, same, gained, lost, paid } = comparison[0]!;
  expect(winners + losers + same).toBe(17);
  expect(gained - lost).toBe(paid.b - paid.a);
  expect(paid.b).toBe(46_006_591);
  expect(seeks[0]).toMatchObject({ found: 'solution', budget: 50_000_000 });
  expect(Math.abs(seeks[0]!.cost! - 50_000_000)).toBeLessThanOrEqual(0.5);
  expect(seeks[1]).toMatchObject({ found: 'unknownParameter', value: null });
  expect(seeks[1]!.says).toMatch(/Orders\/tier 2\/rate/);
  expect(out).toMatch(/Goal seek/);
  expect(out).toMatch(/Pay expected for the year: [\d,]+ \([\d,]+ to [\d,]+ in 8 of 10 years/);
  expect(out).toMatch(/ against .*: for the same deals \d+ (?:person|people) gets? /);
  expect(out).toMatch(/To pay 500,000 in the year by /);
});

it('its workbook is read back: the plan on Leadline’s own sheet is what the next run pays', async () => {
  const args = ['--plan', plan('p.json', TIERED), '--out', folder.path('r.xlsx'), '-q'];
  expect((await compensate(...args)).code).toBe(0);
  const { code, err } = await compensate(folder.path('r.xlsx'), '--json', folder.path('f.json'), '-q');
  expect([code, err]).toEqual([0, '']);
  const { basis, plans } = found('f.json');
  expect(basis.plansFrom).toBe('tables');
  expect(plans[0]!.document).toMatchObject({
    ...TIERED,
    components: [{ tiers: TIERED.components[0]!.tiers }],
  });
});

describe('wrong use and bad plans are said in a sentence', () => {
  it.each([
    [
      ['--seek', 'Orders'],
      /--seek takes a number of the plan and a budget, as "Bookings\/tier 2\/rate=250000", not "Orders"/,
    ],
    [['--simulate', '5'], /--simulate takes 200 to 20000 years, not "5"/],
    [['--plan', 'nowhere.json'], /--plan: the file nowhere.json cannot be read/],
    [['--only', 'funnel'], /--only belongs to analyze/],
  ])('%j', async (args, said) => {
    const { code, err } = await compensate(...args);
    expect(code).toBe(64);
    expect(err).toMatch(said);
  });

  it('--plan with analyze', async () => {
    const { code, err } = await run('analyze', ...ADVENTUREWORKS, '--plan', plan('p.json', FLAT));
    expect([code, err]).toEqual([64, expect.stringMatching(/--plan belongs to compensate/)]);
  });

  it('a rate without a unit', async () => {
    const { code, err } = await compensate(
      '--plan',
      plan('p.json', { ...TIERED, components: [{ ...TIERED.components[0], tiers: [{ from: 0, rate: 5 }] }] }),
    );
    expect(code).toBe(64);
    expect(err).toMatch(/p\.json: At components\.0\.tiers\.0\.unit: /);
  });

  it('overlapping tiers block, and nothing is written', async () => {
    const tiers = [
      { from: 0, to: 2, rate: 0.01, unit: 'ofAmount' },
      { from: 1, rate: 0.02, unit: 'ofAmount' },
    ];
    const { code, err } = await compensate(
      ...['--plan', plan('p.json', { ...TIERED, components: [{ ...TIERED.components[0], tiers }] })],
      ...['--out', folder.path('r.xlsx')],
    );
    expect(code).toBe(1);
    expect(err).toMatch(/Stopped: .*overlap/);
    expect(folder.has('r.xlsx')).toBe(false);
  });

  it('no plan at all', async () => {
    const { code, err } = await compensate();
    expect(code).toBe(1);
    expect(err).toMatch(/No compensation plan was found: give one with --plan P\.json/);
  });

  it('an output that is the plan itself is refused', async () => {
    const path = plan('p.json', FLAT);
    const { code } = await compensate('--plan', path, '--json', path);
    expect(code).toBe(64);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(FLAT);
  });
});
