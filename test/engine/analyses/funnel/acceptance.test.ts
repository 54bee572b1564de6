import path from 'node:path';
import { assumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import type { FunnelFinding } from '../../../../src/engine/analyses/funnel/finding';
import { describeFunnel } from '../../../../src/engine/analyses/funnel/report';
import { velocityOf } from '../../../../src/engine/analyses/funnel/velocity';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { dayOfIso } from '../../../../src/engine/core/day';
import { readDataset } from '../../../../src/engine/dataset/read';
import { recognise } from '../../../../src/engine/dataset/recognise';
import type { Table } from '../../../../src/engine/report/report';
import { asOf as circumstances } from '../../../support/circumstances';
import { besideProject, sheetsOfFiles } from '../../../support/rawSheets';
import { STAMP } from '../../../support/report';

async function funnelOf(files: readonly string[]): Promise<FunnelFinding> {
  const sheets = await sheetsOfFiles(...files);
  const { value: recognition } = recognise(sheets, undefined);
  const { value, issues } = readDataset(sheets, recognition ?? [], {
    asOf: undefined,
    today: dayOfIso('2026-11-25')!,
    stages: undefined,
    progress: () => undefined,
    signal: { cancelled: false },
  });
  if (!value) throw new Error(JSON.stringify(issues));
  return runFunnel(value.dataset, {}, circumstances(value.asOf)).value!;
}

/** Maven Analytics’ CRM of 8,800 deals; not shipped, read where it lies beside the project. */
const maven = besideProject('maven_crm');
(maven ? describe : describe.skip)('maven_crm', () => {
  let found: FunnelFinding;
  beforeAll(async () => {
    found = await funnelOf([path.join(maven!, 'sales_pipeline.csv'), path.join(maven!, 'sales_teams.csv')]);
  });

  it('says that the agents’ win rates do not differ beyond chance (χ² p ≈ .26), and ranks nobody', () => {
    const { test } = found.peopleSummary!;
    expect(test.method).toBe('chiSquare');
    expect(test.p).toBeCloseTo(0.26, 1);
    expect(test.differ).toBe(false);
    for (const person of found.people) {
      expect(person.place).toBe(null);
      expect(person.distinguishable).toBe(false);
      expect(['B', null]).toContain(person.band);
      expect(person.worth).toBe(null);
    }
  });

  it('names the deals that are older than the slowest win', () => {
    const { benchmark, counts, deals } = found.ageing;
    expect(counts.beyondAll).toBeGreaterThan(0);
    const named = deals.filter(({ standing }) => standing === 'beyondAll');
    expect(named.length).toBe(Math.min(counts.beyondAll, deals.length));
    for (const { id, age, place } of named) {
      expect(id).not.toBe('');
      expect(age!).toBeGreaterThan(benchmark.slowest!);
      expect(place.row).toBeGreaterThan(1);
    }
  });

  it('does not call its oldest cohorts too young: their early closes are missing', () => {
    const incomplete = found.cohorts.flatMap((cohort) => (cohort.incomplete ? [cohort.period] : []));
    expect(incomplete).toEqual(['2016-Q4', '2017-Q1']);
    const table = describeFunnel(found, initialValues(assumptions), STAMP)
      .sheets.flatMap(({ blocks }) => blocks)
      .find((block): block is Table => block.block === 'table' && block.id === 'cohorts')!;
    const at = (id: string) => table.columns.findIndex((column) => column.id === id);
    for (const row of table.rows.slice(0, 2))
      expect([row[at('status')], row[at('soFar')]]).toEqual(['Early closes are missing', null]);
  });

  it('does not call the swing at the end of quarters a trend', () => {
    const { trend } = found;
    expect(trend!.monthOfQuarter.swings).toBe(true);
    expect(['none', 'tooFew']).toContain(trend!.slope.verdict);
    expect(trend!.drift.down?.alarm ?? null).toBe(null);
  });
});

/** A bank's loan applications (BPI Challenge 2012); not shipped. */
const bank = besideProject('bpi2012');
(bank ? describe : describe.skip)('bpi2012', () => {
  it('sets agent 112, the system, apart: without a win among thousands, and in no comparison', async () => {
    const found = await funnelOf([
      path.join(bank!, 'opportunities.csv'),
      path.join(bank!, 'stage_history.csv.gz'),
    ]);
    const system = found.people.find(({ person }) => person === '112')!;
    expect(system).toMatchObject({ x: 0, setApart: true, band: null, place: null, steps: [] });
    expect(system.n).toBeGreaterThan(1000);
    const compared = found.people.filter(({ setApart }) => !setApart);
    expect(found.peopleSummary!.company.n).toBe(compared.reduce((sum, { n }) => sum + n, 0));

    const byOwner = found.breakdowns[0]!;
    expect(byOwner.test).toEqual(found.peopleSummary!.test);
    for (const { person, standing, chanceAbove } of found.people)
      expect(byOwner.groups.find(({ name }) => name === person)).toMatchObject({ standing, chanceAbove });
  });
});

describe('published velocities', () => {
  it.each([
    [18, 42_000, 0.24, 78, 2326.15],
    [18, 42_000, 0.24, 65, 2791.38],
    [50, 50_000, 0.25, 45, 13_888.89],
  ])('%i × %i × %d ÷ %i = %d a day', (opportunities, amount, winRate, days, expected) => {
    expect(velocityOf(opportunities, amount, winRate, days)).toBeCloseTo(expected, 2);
  });

  it('a cycle shorter by a tenth brings a ninth more', () => {
    expect(velocityOf(50, 50_000, 0.25, 40.5) / velocityOf(50, 50_000, 0.25, 45) - 1).toBeCloseTo(0.111, 3);
  });
});
