import fc from 'fast-check';
import type { Cell } from '../../../src/engine/dataset/rawTable';
import type { RoleId } from '../../../src/engine/dataset/roles';
import { ROLE_IDS, ROLES } from '../../../src/engine/dataset/roles';
import type { ReadTables } from '../../support/read';
import { expectAccounted, readTables } from '../../support/read';

const hostile = fc.oneof(
  fc.constantFrom<Cell>(
    ...[
      null,
      '',
      ' ',
      '(No value)',
      '#N/A',
      '#REF!',
      '__proto__',
      'constructor',
      'NaN',
      'Infinity',
      '-0',
      '=1+1',
    ],
    ...[-1, 0, 1, NaN, Infinity, -Infinity, 1e308, 2 ** 53, 45000, -45000, true, false, 'x'.repeat(32767)],
    ...[
      '13/02/2024',
      '02/13/2024',
      '01/02/2024',
      '2024-01-05T10:00:00Z',
      '1.234',
      '1,234',
      '12%',
      'Won',
      'Lost',
    ],
  ),
  fc.string(),
  fc.double(),
  fc.integer(),
);

const WIDE: Partial<Readonly<Record<RoleId, readonly string[]>>> = {
  opportunities: ['entered Lead', 'entered Won'],
  activities: ['count Calls', 'measure Wins'],
  results: ['measure Wins'],
};
const table = (role: RoleId) => {
  const fields = ROLES[role].fields.map(({ id }) => id);
  return fc
    .record({
      headers: fc.subarray([...fields, ...(WIDE[role] ?? [])], { minLength: 1 }),
      rows: fc.array(fc.array(hostile, { maxLength: 12 }), { maxLength: 12 }),
      date1904: fc.boolean(),
      top: fc.nat(20),
      left: fc.nat(30),
    })
    .map(({ headers, rows, ...more }) => ({
      role,
      rows: [headers, ...rows.map((r) => r.slice(0, headers.length))],
      more,
    }));
};

it('never throws and accounts for every row, whatever the cells', () => {
  fc.assert(
    fc.property(fc.tuple(...ROLE_IDS.map(table)), (tables) => {
      const { dataset, issues } = readTables(tables, { asOf: '2024-06-30' });
      if (dataset) expectAccounted(dataset.inputs, issues);
      else expect(issues.some(({ severity }) => severity === 'blocking')).toBe(true);
    }),
    { numRuns: 300 },
  );
});

// A plausible pipeline, with dirt.
const day = fc.integer({ min: 45000, max: 45300 });
const dirt = fc.constantFrom<Cell>(null, 'soon', '#N/A', '', -5);
const mostly = (cell: fc.Arbitrary<Cell>): fc.Arbitrary<Cell> =>
  fc.oneof({ weight: 9, arbitrary: cell }, { weight: 1, arbitrary: dirt });
const id = fc.integer({ min: 1, max: 12 }).map((n) => `D${n}`);
const stage = fc.constantFrom<Cell>('Lead', 'Demo', 'Offer', 'Won', 'Lost');
const deal = fc.tuple(
  mostly(id),
  mostly(stage),
  mostly(day),
  mostly(day),
  mostly(fc.integer({ min: 1, max: 9999 })),
);
const change = fc.tuple(mostly(id), mostly(stage), mostly(day));
const DEALS = ['id', 'stage', 'created', 'closed', 'amount'];
const CHANGES = ['opportunity', 'toStage', 'changed'];

const STAGES = [
  { name: 'Lead', kind: 'open' },
  { name: 'Demo', kind: 'open' },
  { name: 'Offer', kind: 'open' },
  { name: 'Won', kind: 'won' },
  { name: 'Lost', kind: 'lost' },
] as const;

/** What a dataset says of each deal, by id, whatever the order of its rows. */
function told({ dataset }: ReadTables): Record<string, unknown> {
  const { opportunities: deals, history, stages } = dataset!;
  const byId: Record<string, unknown> = {};
  for (let i = 0; i < deals!.count; i++) {
    const path: string[] = [];
    if (history)
      for (let at = history.start[i]!; at < history.start[i + 1]!; at++)
        path.push(`${history.changed[at]} ${stages[history.stage[at]!]!.name}`);
    const label = deals!.stage!.labels[deals!.stage!.codes[i]!];
    byId[deals!.ids.text(i)] = [
      deals!.outcome[i],
      deals!.created[i],
      deals!.closed[i],
      deals!.amount[i],
      label,
      path,
    ];
  }
  return byId;
}

const unique = <T extends readonly unknown[]>(rows: readonly T[], key: (row: T) => string): readonly T[] => [
  ...new Map(rows.map((row) => [key(row), row])).values(),
];

it('does not depend on the order of the rows', () => {
  fc.assert(
    fc.property(
      fc.array(deal, { maxLength: 12 }).chain((deals) => {
        // Which of two rows with one id or one time counts does depend on their order: none such here.
        const rows = unique(deals, ([key]) => String(key));
        return fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length }));
      }),
      fc.array(change, { maxLength: 30 }).chain((changes) => {
        const rows = unique(changes, ([key, , time]) => `${key} ${time}`);
        return fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length }));
      }),
      ([deals, shuffledDeals], [changes, shuffledChanges]) => {
        const read = (d: readonly (readonly Cell[])[], c: readonly (readonly Cell[])[]) =>
          readTables(
            [
              { role: 'opportunities', rows: [DEALS, ...d] },
              { role: 'stageHistory', rows: [CHANGES, ...c] },
            ],
            { asOf: '2024-02-01', stages: STAGES },
          );
        const plain = read(deals, changes);
        const shuffled = read(shuffledDeals, shuffledChanges);
        expect(told(shuffled)).toEqual(told(plain));
        expect(shuffled.issues.map(({ code }) => code).sort()).toEqual(
          plain.issues.map(({ code }) => code).sort(),
        );
        expectAccounted(shuffled.dataset!.inputs, shuffled.issues);
      },
    ),
  );
});

it('does not depend on how rows are cut into tables', () => {
  fc.assert(
    fc.property(fc.array(deal, { minLength: 2, maxLength: 20 }), fc.nat(), (deals, cut) => {
      const at = 1 + (cut % (deals.length - 1));
      const options = { asOf: '2024-02-01', stages: STAGES };
      const whole = readTables([{ role: 'opportunities', rows: [DEALS, ...deals] }], options);
      const parts = readTables(
        [
          { role: 'opportunities', sheet: 'a', rows: [DEALS, ...deals.slice(0, at)] },
          { role: 'opportunities', sheet: 'b', rows: [DEALS, ...deals.slice(at)] },
        ],
        options,
      );
      expect(told(parts)).toEqual(told(whole));
      expect(parts.issues.map(({ code }) => code)).toEqual(whole.issues.map(({ code }) => code));
      expectAccounted(parts.dataset!.inputs, parts.issues);
    }),
  );
});
