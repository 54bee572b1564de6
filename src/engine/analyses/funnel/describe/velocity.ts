import { cellOf, live } from '../../../report/formula';
import { heading, note } from '../../../report/blocks';
import { formatValue } from '../../../report/formats';
import type { Block } from '../../../report/report';
import type { FunnelFinding } from '../finding';
import type { Lever } from '../velocity';
import { confidenceText, deals } from './phrases';

const LEVERS: Readonly<
  Record<Lever, { readonly label: string; readonly format: 'decimal' | 'money' | 'percent1' }>
> = {
  opportunities: { label: 'Open opportunities', format: 'decimal' },
  meanWon: { label: 'Mean amount of a won deal', format: 'money' },
  winRate: { label: 'Win rate', format: 'percent1' },
  cycleDays: { label: 'Mean days to win', format: 'decimal' },
};
const ORDER = ['opportunities', 'meanWon', 'winRate', 'cycleDays'] as const;

/** "3 deals still open are older than any deal that was ever won". */
const beyondText = (n: number): string =>
  `${deals(n)} still open ${n === 1 ? 'is' : 'are'} older than any deal that was ever won`;

/** Velocity as a live product of its four levers, and what each of them would do alone. */
export function velocityBlocks({ velocity, basis }: FunnelFinding): readonly Block[] {
  if (!velocity || velocity.perDay.estimate === null) return [];
  const { perDay, levers, opportunities, notBeyond } = velocity;
  const of = (row: number, column: 'now' | 'changed') => cellOf('velocity', column, row);
  const product = (value: number | null, changed: number | undefined) =>
    live(
      value,
      ...ORDER.flatMap((_, i) => [
        i === 0 ? '' : i === 3 ? '/' : '*',
        of(i, i === changed ? 'changed' : 'now'),
      ]),
    );
  return [
    heading('Velocity'),
    note(
      `${formatValue(perDay.estimate, 'money')} a day if all open deals went as those decided did (${confidenceText(basis.confidence)} interval ${formatValue(perDay.low, 'money')} to ${formatValue(perDay.high, 'money')}): open opportunities × mean amount × win rate ÷ days to win.`,
      'plain',
    ),
    ...(notBeyond === null
      ? []
      : [
          note(
            `${beyondText(opportunities - notBeyond.opportunities)}: without ${opportunities - notBeyond.opportunities === 1 ? 'it' : 'them'} it would be ${formatValue(notBeyond.perDay, 'money')} a day.`,
            'warning',
          ),
        ]),
    {
      block: 'table',
      id: 'velocity',
      key: 'lever',
      columns: [
        { id: 'lever', header: 'Lever', format: 'text', width: 28 },
        { id: 'now', header: 'Now', format: 'decimal' },
        {
          id: 'changed',
          header: 'Moved',
          format: 'decimal',
          note: 'For the better, by the change set on the Inputs sheet.',
        },
        {
          id: 'perDay',
          header: 'Then a day',
          format: 'money',
          note: 'The product with this lever moved alone.',
        },
        { id: 'gain', header: 'Gain', format: 'percent1', note: 'Against velocity now.' },
      ],
      rows: ORDER.map((lever, row) => {
        const now = velocity[lever]!;
        const found = levers.find((l) => l.lever === lever);
        const factor = 1 + (found?.change ?? 0);
        const { label, format } = LEVERS[lever];
        return [
          label,
          { as: format, value: now },
          { as: format, value: now * factor },
          product(found?.perDay ?? null, row),
          found
            ? live(
                found.gain,
                cellOf('velocity', 'perDay', row),
                '/(',
                ...product(null, undefined).parts,
                ')-1',
              )
            : null,
        ];
      }),
    },
  ];
}
