import { note } from '../../../../report/blocks';
import { formatValue } from '../../../../report/formats';
import { counted } from '../../../../report/phrases';
import type { Block, KeyFigure } from '../../../../report/report';
import type { ModellingFinding } from '../finding';

const money = (cents: number): string => formatValue(cents, 'money');

/** What the plans in force are expected to pay in a year: beside what they have paid so far, on the Summary. */
export const expectedPay = ({ cost }: ModellingFinding): KeyFigure => ({
  id: 'expected',
  label: 'Pay expected for the year',
  value: cost.mean,
  format: 'money',
  detail: [
    `${money(cost.p10)} to ${money(cost.p90)} in 8 of 10 years`,
    ...(cost.ccos === null ? [] : [`${formatValue(cost.ccos.mean, 'percent1')} of the sales expected`]),
  ].join('; '),
});

/** Each comparison and each number sought, in a sentence. */
export const modellingNotes = ({ comparison, seeks }: ModellingFinding): readonly Block[] => [
  ...comparison.map(({ a, b, winners, losers, gained, lost, expected }) =>
    note(
      `${b} against ${a}: for the same deals ${counted(winners, 'person gets', 'people get')} ${money(gained)} more in all, ${counted(losers, 'person', 'people')} ${money(lost)} less; expected for the year ${money(expected.b)} instead of ${money(expected.a)}.`,
      'plain',
    ),
  ),
  ...seeks.map(({ parameter, budget, says }) =>
    note(
      `To pay ${money(budget)} in the year by ${parameter}: ${says}${says.endsWith('.') ? '' : '.'}`,
      'plain',
    ),
  ),
];
