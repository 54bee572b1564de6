import fc from 'fast-check';
import type {
  Block,
  CellContent,
  Chart,
  Column,
  Format,
  Report,
  Table,
} from '../../src/engine/report/report';

/** Reports of any blocks in any order, with hostile texts and references that resolve. */
const hostile = fc.oneof(
  fc.constantFrom('=1+1', '+49 30', '-Dana', '@SUM(A1)', "'quoted", '', '__proto__', 'x'.repeat(300)),
  fc.lorem({ maxCount: 12 }),
  fc.string({ maxLength: 20 }),
);
const formats: readonly Format[] = [
  'text',
  'integer',
  'decimal',
  'percent',
  'days1',
  'money',
  'date',
  'general',
];

const content = (format: Format, columns: number): fc.Arbitrary<CellContent> =>
  fc.oneof(
    { weight: 4, arbitrary: format === 'text' ? hostile : fc.integer({ min: 0, max: 10 ** 9 }) },
    { weight: 1, arbitrary: hostile },
    { weight: 1, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.nat({ max: columns - 1 }).map((i): CellContent => ({
        parts: ['IF(1=1,', { ref: 'thisRow', column: `c${i}` }, ',0)'],
        value: 1,
      })),
    },
    {
      weight: 1,
      arbitrary: fc.constant<CellContent>({ link: { sheet: 'Deals', cell: 'A2' }, text: 'Deals!A2' }),
    },
  );

const table = (id: string): fc.Arbitrary<Table> =>
  fc
    .array(fc.record({ format: fc.constantFrom(...formats), header: hostile, wrap: fc.boolean() }), {
      minLength: 1,
      maxLength: 9,
    })
    .chain((shapes) => {
      const columns = shapes.map((shape, i): Column => ({ id: `c${i}`, note: 'How.', ...shape }));
      const row = fc.tuple(...columns.map(({ format }) => content(format, columns.length)));
      return fc.record({
        block: fc.constant('table' as const),
        id: fc.constant(id),
        key: fc.constant('c0'),
        columns: fc.constant(columns),
        rows: fc.array(row, { maxLength: 12 }),
        conditionalFormats: fc.constant([
          { rule: 'muteRowWhere', column: 'c0', value: 'a "b"' } as const,
          { rule: 'dataBar', column: 'c0' } as const,
        ]),
        totals: fc.constant(columns.map((_, i) => (i === 0 ? 'All' : null))),
      });
    });

const chart = (id: string, shown: Table): fc.Arbitrary<Chart> =>
  fc.record({
    block: fc.constant('chart' as const),
    id: fc.constant(id),
    kind: fc.constantFrom('column', 'bar', 'stackedBar', 'line'),
    title: fc.constant('A chart'),
    table: fc.constant(shown.id),
    categories: fc.constant('c0'),
    series: fc.constant([{ name: 'One', column: `c${shown.columns.length - 1}`, tone: 'primary' } as const]),
    alt: fc.constant('A chart.'),
  });

const text: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ block: fc.constant('heading' as const), level: fc.constantFrom(1, 2), text: hostile }),
  fc.record({
    block: fc.constant('note' as const),
    text: fc.oneof(hostile, fc.lorem({ maxCount: 80 })),
    tone: fc.constantFrom('plain', 'muted', 'warning'),
  }),
);
const figures = (id: string): fc.Arbitrary<Block> =>
  fc.record({
    block: fc.constant('keyFigures' as const),
    id: fc.constant(id),
    figures: fc.array(
      fc.record({
        id: fc.constant('f'),
        label: hostile,
        value: fc.oneof(fc.integer(), hostile, fc.constant(null)),
        format: fc.constantFrom(...formats.filter((f) => f !== 'date')),
        detail: fc.oneof(hostile, fc.lorem({ maxCount: 20 })),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  });

const sheetBlocks = (sheet: string): fc.Arbitrary<readonly Block[]> =>
  fc
    .array(fc.constantFrom('text', 'figures', 'table', 'charted', 'charted3'), { maxLength: 8 })
    .chain((kinds) =>
      fc
        .tuple(
          ...kinds.map((kind, i): fc.Arbitrary<readonly Block[]> => {
            const id = `${sheet}${i}`;
            if (kind === 'text') return text.map((block) => [block]);
            if (kind === 'figures') return figures(id).map((block) => [block]);
            if (kind === 'table') return table(id).map((block) => [block]);
            return table(id).chain((shown) =>
              fc
                .tuple(
                  ...Array.from({ length: kind === 'charted' ? 1 : 3 }, (_, k) => chart(`${id}_${k}`, shown)),
                )
                .map((charts) => [shown, ...charts]),
            );
          }),
        )
        .map((groups) => groups.flat()),
    );

export const arbitraryReport: fc.Arbitrary<Report> = fc
  .tuple(sheetBlocks('a'), sheetBlocks('b'))
  .map(([a, b]): Report => {
    const first = [...a, ...b].find((block): block is Table => block.block === 'table');
    const figure: readonly Block[] = first
      ? [
          {
            block: 'keyFigures',
            id: 'total',
            figures: [
              {
                id: 'sum',
                label: 'Sum',
                format: 'integer',
                detail: '',
                value: {
                  parts: ['COUNTA(', { ref: 'column', table: first.id, column: 'c0' }, ')'],
                  value: 0,
                },
              },
            ],
          },
        ]
      : [];
    return {
      sheets: [
        { id: 'first', title: 'First', orientation: 'landscape', blocks: [...figure, ...a] },
        { id: 'second', title: "Ann's second", orientation: 'portrait', blocks: b },
      ],
    };
  });
