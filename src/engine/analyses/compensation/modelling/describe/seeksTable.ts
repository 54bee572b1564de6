import { heading, note } from '../../../../report/blocks';
import type { Block } from '../../../../report/report';
import type { BudgetSeek, ModellingFinding } from '../finding';

const FOUND: Readonly<Record<BudgetSeek['found'], string>> = {
  solution: '',
  outOfReach: 'out of reach, see below',
  notMonotone: 'several values may, see below',
  unknownParameter: 'no such number, see below',
  unknownPlan: 'no such plan',
};

/** Which number of a plan meets which budget; nothing where nothing was asked. */
export const seekBlocks = ({ seeks }: ModellingFinding): readonly Block[] =>
  seeks.length === 0
    ? []
    : [
        heading('Goal seek'),
        {
          block: 'table',
          id: 'paySeeks',
          key: 'parameter',
          columns: [
            { id: 'parameter', header: 'Number', format: 'text', width: 28 },
            { id: 'budget', header: 'Budget', format: 'money' },
            {
              id: 'cost',
              header: 'Expected there',
              format: 'money',
              note: 'Expected cost of the plan at the value found, or at the nearest bound.',
            },
            // Last, so that its text may run on over the empty cells beside it.
            { id: 'says', header: 'Answer', format: 'text' },
          ],
          rows: seeks.map(({ parameter, budget, cost, found, says }) => [
            parameter,
            budget,
            cost,
            found === 'solution' ? says : FOUND[found],
          ]),
        },
        ...seeks.flatMap(({ plan, parameter, found, says }): readonly Block[] =>
          found === 'solution' ? [] : [note(`${plan}, ${parameter}: ${says}`, 'warning')],
        ),
      ];
