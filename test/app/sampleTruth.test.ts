import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import truth from '../../assets/samples/leadline-sample.truth.json';
import type { RunResult } from '../../src/app/run';
import { runAnalysis } from '../../src/app/runAnalysis';
import { dayOf } from '../../src/engine/core/day';
import { isLive } from '../../src/engine/report/formula';
import { readWorkbookFile, writeWorkbook } from '../../src/hosts/workbookFile';
import { disagreeing } from '../support/described';
import { recalculated } from '../support/formulaEngine';
import { convertWithLibreOffice, withLibreOffice, withoutCachedValues } from '../support/libreOffice';
import { expectValidXlsx } from '../support/validateXlsx';

const HOOKS = { progress: () => undefined, signal: { cancelled: false } };
let run: RunResult;

beforeAll(async () => {
  const sample = readFileSync(join(__dirname, '../../assets/samples/leadline-sample.xlsx'));
  const { value } = await readWorkbookFile('leadline-sample.xlsx', sample);
  // A year's horizon: by then every deal of the process has come to its end.
  const values = { dealHorizonDays: 365 };
  run = runAnalysis(value?.sheets ?? [], { today: dayOf(2026, 11, 23), seed: 1, values }, HOOKS);
});

it('reads the export as of its last day, every row accounted for', () => {
  const { leadline, inputs, issues } = run.findings;
  expect(leadline.asOf).toBe(truth.asOf);
  expect(inputs.map(({ role }) => role)).toEqual([
    'opportunities',
    'stageHistory',
    'activities',
    'people',
    'quotas',
    'planComponents',
    'planTiers',
    'planModifiers',
  ]);
  for (const { rows, used, excluded } of inputs) expect(rows).toBe(used + excluded);
  const codes = new Set(issues.map(({ code }) => code));
  // What scripts/sample/workbook.ts makes dirty on purpose.
  for (const code of [
    'duplicateId',
    'missingId',
    'unparsableDate',
    'unparsableAmount',
    'negativeAmount',
    'amountOutlier',
    'closedBeforeCreated',
    'stageMisspelt',
    'personNotInPeople',
    'unknownOpportunity',
    'asOfInferred',
  ])
    expect(codes).toContain(code);
});

it('holds the truth of the process in its intervals', () => {
  const funnel = run.findings.analyses.funnel!;
  expect(funnel.stages.map(({ name }) => name)).toEqual(truth.stages.map(({ name }) => name));
  truth.stages.forEach((stage, i) => {
    const { incidence, dwellDays } = funnel.stages[i]!;
    expect(incidence.days).toBe(stage.days);
    for (const [estimate, true_] of [
      [incidence.advance, stage.advance],
      [incidence.lost, stage.lost],
    ] as const) {
      expect(estimate.low).toBeLessThan(true_);
      expect(estimate.high).toBeGreaterThan(true_);
    }
    expect(Math.abs(dwellDays.median! - stage.medianDays)).toBeLessThanOrEqual(1);
  });
  expect(funnel.winIncidence.won.low).toBeLessThan(truth.ultimateWin);
  expect(funnel.winIncidence.won.high).toBeGreaterThan(truth.ultimateWin);
});

it('gives tables and named cells names of their own, as Excel wants them, in capitals or not', () => {
  const names = run.placements.flatMap((placement) =>
    placement.kind === 'table' || placement.kind === 'name' ? [placement.name.toLowerCase()] : [],
  );
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

it('has live formulas that a formula engine of another maker computes as the engine did', () => {
  const live = run.report.sheets.flatMap((s) =>
    s.blocks.flatMap((b) => (b.block === 'table' ? b.rows.flat().filter(isLive) : [])),
  );
  expect(live.length).toBeGreaterThan(100);
  expect(disagreeing(recalculated(run.placements))).toEqual([]);
});

withLibreOffice(
  'opens in LibreOffice with its charts, which calculates what the engine computed',
  async () => {
    const ours = await writeWorkbook(run.placements);
    await expectValidXlsx(ours);
    const theirs = convertWithLibreOffice(await withoutCachedValues(ours), 'xlsx');
    const [before, after] = await Promise.all(
      [ours, theirs].map((bytes) => readWorkbookFile('r.xlsx', bytes)),
    );
    const cells = (of: typeof before): Map<string, unknown> =>
      new Map(
        of!.value!.sheets.flatMap((s) =>
          s.rows.flatMap((row, r) =>
            row.map((cell, c) => [`${s.sheet}!${s.top + r},${s.left + c}`, cell] as const),
          ),
        ),
      );
    const recomputed = cells(after);
    let numbers = 0;
    for (const [place, cell] of cells(before)) {
      if (typeof cell !== 'number') continue;
      numbers++;
      // LibreOffice stores 15 significant digits.
      const theirs = Number(recomputed.get(place));
      if (!(Math.abs(theirs - cell) <= 1e-9 * Math.max(1, Math.abs(cell))))
        throw new Error(`${place}: ${cell} here, ${theirs} in LibreOffice.`);
    }
    expect(numbers).toBeGreaterThan(500);
    const charts = run.placements.filter(({ kind }) => kind === 'chart').length;
    expect(
      new TextDecoder('latin1').decode(theirs).match(/xl\/charts\/chart\d+\.xml/g)!.length,
    ).toBeGreaterThanOrEqual(charts);
  },
);
