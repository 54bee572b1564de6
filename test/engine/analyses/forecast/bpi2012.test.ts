import path from 'node:path';
import { readAssumptions } from '../../../../src/engine/analyses/forecast/assumptions';
import { runForecast } from '../../../../src/engine/analyses/forecast/compute';
import { correlationUsed } from '../../../../src/engine/analyses/forecast/correlationUsed';
import { amountsOf, groundOf } from '../../../../src/engine/analyses/forecast/ground';
import { project, simulate } from '../../../../src/engine/analyses/forecast/project';
import { totalsOf } from '../../../../src/engine/analyses/forecast/summarise';
import { AS_IN_DATA } from '../../../../src/engine/analyses/levers';
import { dayOfIso } from '../../../../src/engine/core/day';
import { WON, type Dataset } from '../../../../src/engine/dataset/dataset';
import { readDataset } from '../../../../src/engine/dataset/read';
import { recognise } from '../../../../src/engine/dataset/recognise';
import { asOf as circumstances } from '../../../support/circumstances';
import { besideProject, sheetsOfFiles } from '../../../support/rawSheets';

/** A bank's loan applications (BPI Challenge 2012): real deals with their whole future known. Not shipped. */
const folder = besideProject('bpi2012');
const test = folder ? it : it.skip;

async function readAsOf(day: string | undefined) {
  const sheets = await sheetsOfFiles(
    path.join(folder!, 'opportunities.csv'),
    path.join(folder!, 'stage_history.csv.gz'),
  );
  const { value: recognition } = recognise(sheets, undefined);
  const { value, issues } = readDataset(sheets, recognition ?? [], {
    asOf: day === undefined ? undefined : dayOfIso(day),
    today: dayOfIso('2026-11-25')!,
    stages: undefined,
    progress: () => undefined,
    signal: { cancelled: false },
  });
  if (!value) throw new Error(JSON.stringify(issues));
  return value.dataset;
}

describe('bpi2012 at the beginning of 2012', () => {
  test('of 645 open cases January’s wins lie between P10 and P90, by what was visible then', async () => {
    // The end of 2011-12-31 is the beginning of 2012-01-01.
    const dataset = await readAsOf('2011-12-31');
    const { value } = runForecast(dataset, { forecastMonths: 3 }, circumstances('2011-12-31'), {});
    const finding = value!;
    expect(finding.basis.openDeals).toBe(645);
    const openThen = new Set(finding.deals.map(({ id }) => id));

    // What came, from the data as they are now.
    const { opportunities } = await readAsOf(undefined);
    const [from, to] = [dayOfIso('2012-01-01')!, dayOfIso('2012-02-01')!];
    let wins = 0;
    let cents = 0;
    opportunities!.closed.forEach((closed, i) => {
      if (opportunities!.outcome[i] !== WON || closed < from || closed >= to) return;
      expect(openThen.has(opportunities!.ids.text(i))).toBe(true);
      wins++;
      cents += opportunities!.amount[i]!;
    });
    expect(wins).toBe(185);
    const [january] = finding.periods;
    expect(january!.period).toBe('2012-01');
    expect(january!.wins.open.p10).toBeLessThanOrEqual(wins);
    expect(january!.wins.open.p90).toBeGreaterThanOrEqual(wins);
    expect(january!.open.p10).toBeLessThanOrEqual(cents);
    expect(january!.open.p90).toBeGreaterThanOrEqual(cents);
    // The middle is near, too: within a tenth.
    expect(Math.abs(january!.wins.open.p50 / wins - 1)).toBeLessThan(0.1);

    // It states its backtest: November and December, the months with a month before them.
    expect(finding.backtest!.forecasts.map(({ period }) => period)).toEqual(['2011-11', '2011-12']);
    expect(finding.backtest!.wape).toBeLessThan(0.5);
    expect(finding.backtest!.coverage.n).toBe(2);
  });

  test('a past forecast sees nothing of the future: the data cut off that day give the same', async () => {
    const day = dayOfIso('2011-12-31')!;
    const values = readAssumptions({ forecastMonths: 3, forecastPerson: 'no' });
    const { random } = circumstances('2011-12-31');
    /** As the backtest makes a past forecast, of data as of its day and of the data as they are now. */
    const futuresOf = (dataset: Dataset, isPast: boolean) => {
      const ground = groundOf(dataset, day, values, { ...amountsOf(dataset), isPast })!;
      const supposed = { levers: AS_IN_DATA, overrides: new Map(), withNew: true };
      const draws = simulate(ground, project(ground, supposed), AS_IN_DATA, { draws: 500, rho: 0.1, random });
      return {
        correlation: correlationUsed(ground.past, values),
        arrivals: ground.arrivals,
        totals: ground.periods.map((_, m) =>
          (['amount', 'wins'] as const).map((measure) => Array.from(totalsOf(draws, [m], measure, 'all'))),
        ),
      };
    };
    expect(futuresOf(await readAsOf(undefined), true)).toEqual(
      futuresOf(await readAsOf('2011-12-31'), false),
    );
  });
});
