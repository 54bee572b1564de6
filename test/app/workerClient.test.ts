import { engineClient, EngineFailure, localPort, type OpenPort } from '../../src/app/workerClient';
import { CELLS_PER_MESSAGE, sliceRows, type FromWorker, type ToWorker } from '../../src/app/protocol';
import { Cancelled } from '../../src/engine/core/circumstances';
import { dayOf } from '../../src/engine/core/day';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import fc from 'fast-check';
import { dealsSheet, paneEngine } from '../support/paneEngine';

const request = { today: dayOf(2024, 3, 15), seed: 1 };

async function fill(engine: ReturnType<typeof engineClient>, sheets: readonly RawSheet[]): Promise<void> {
  engine.begin();
  for (const { rows, formats, ...head } of sheets) {
    engine.sheet(head);
    await engine.rows(rows);
    engine.formats(formats);
  }
}

it('puts the sheets together again as they were', async () => {
  let seen: readonly RawSheet[] = [];
  const parts = paneEngine();
  const engine = engineClient(
    localPort({
      ...parts,
      recogniseSheets: (sheets, mapping) => {
        seen = sheets;
        return parts.recogniseSheets(sheets, mapping);
      },
    }),
  );
  const wide: RawSheet = {
    ...dealsSheet,
    sheet: 'Wide',
    columnCount: 200,
    rows: Array.from({ length: 600 }, (_, r) => Array.from({ length: 200 }, (_, c) => r * c)),
  };
  await fill(engine, [dealsSheet, wide]);
  const { tables } = await engine.recognise(undefined);
  expect(tables).toHaveLength(1);
  expect(seen).toEqual([dealsSheet, wide]);
});

it('sends rows in messages below the limit, none lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer(), { maxLength: 8 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (rows, limit) => {
        const slices = sliceRows(rows, limit);
        expect(slices.flat()).toEqual(rows);
        for (const slice of slices)
          expect(slice.length === 1 || slice.reduce((n, row) => n + row.length, 0) <= limit).toBe(true);
      },
    ),
  );
  const sizes = sliceRows(Array.from({ length: 100_000 }, () => [1, 2, 3])).map((s) => s.length * 3);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(CELLS_PER_MESSAGE);
});

it('reports progress, then the view; large placements arrive whole', async () => {
  const engine = engineClient(localPort(paneEngine()));
  await fill(engine, [dealsSheet]);
  const steps: [number, string][] = [];
  const view = await engine.run(request, (share, what) => steps.push([share, what]));
  expect(steps).toEqual([[0.5, 'Counting stages']]);
  expect(view.analyses.funnel?.outcomes.won).toBe(300);
  expect(view.issues).toMatchObject([{ code: 'missingId', count: 2 }]);
  expect(view.sheets.map((s) => s.id)).toEqual(['summary', 'funnel']);
  const placements = await engine.placements();
  const whole = paneEngine().runAnalysis([], request, {
    progress: () => undefined,
    signal: { cancelled: false },
  });
  expect(placements).toEqual(whole.placements);
});

it('answers questions about the last run, and about none once the sheets are forgotten', async () => {
  const engine = engineClient(localPort(paneEngine()));
  const question = { values: { planGoal: 1 }, tables: {}, analyses: ['capacity' as const] };
  await fill(engine, [dealsSheet]);
  expect(await engine.ask('scenarios', question)).toBeUndefined();
  await engine.run(request, () => undefined);
  expect(await engine.ask('scenarios', question)).toEqual({ echoed: question });
  // An analysis that the run does not hold.
  expect(await engine.ask('forecast', { values: {}, tables: {}, quick: true })).toBeUndefined();
  engine.begin();
  expect(await engine.ask('scenarios', question)).toBeUndefined();
});

it('ends what is under way when cancelled, and starts afresh', async () => {
  let opened = 0;
  let closed = 0;
  const counting: OpenPort = (onMessage, onCrash) => {
    opened++;
    const port = localPort(paneEngine())(onMessage, onCrash);
    return {
      post: (message) => port.post(message),
      close: () => {
        closed++;
        port.close();
      },
    };
  };
  const engine = engineClient(counting);
  expect(engine.holdsSheets).toBe(false);
  await fill(engine, [dealsSheet]);
  const running = engine.run(request, () => undefined);
  engine.cancel();
  await expect(running).rejects.toBeInstanceOf(Cancelled);
  expect([opened, closed, engine.holdsSheets]).toEqual([1, 1, false]);
  await fill(engine, [dealsSheet]);
  await expect(engine.run(request, () => undefined)).resolves.toMatchObject({ blocked: false });
  expect([opened, engine.holdsSheets]).toEqual([2, true]);
});

it('turns an exception in the worker into a failure with details', async () => {
  const engine = engineClient(localPort(paneEngine({ crash: 'no such column' })));
  await fill(engine, [dealsSheet]);
  const failure = await engine.run(request, () => undefined).catch((e: unknown) => e);
  expect(failure).toBeInstanceOf(EngineFailure);
  expect(failure).toMatchObject({
    message: 'no such column',
    details: expect.stringContaining('paneEngine'),
  });
  expect(engine.holdsSheets).toBe(true);
});

it('fails what waits when the worker itself stops', async () => {
  let crash: (message: string) => void = () => undefined;
  const deaf: OpenPort = (_onMessage: (m: FromWorker) => void, onCrash) => {
    crash = onCrash;
    return { post: (_message: ToWorker) => undefined, close: () => undefined };
  };
  const engine = engineClient(deaf);
  engine.begin();
  const waiting = engine.recognise(undefined);
  crash('out of memory');
  await expect(waiting).rejects.toMatchObject({ name: 'EngineFailure', message: 'out of memory' });
  expect(engine.holdsSheets).toBe(false);
});
