import type { Block } from '../../../../report/report';
import type { ModellingFinding } from '../finding';

/** Which number of a plan meets which budget; nothing where nothing was asked. */
export const seekBlocks = ({ seeks }: ModellingFinding): readonly Block[] =>
  seeks.length === 0
    ? []
    : [
        { block: 'heading', level: 1, text: 'Goal seek' },
        {
          block: 'table',
          id: 'paySeeks',
          key: 'parameter',
          columns: [
            { id: 'plan', header: 'Plan', format: 'text', width: 28 },
            { id: 'parameter', header: 'Number', format: 'text', width: 28 },
            { id: 'budget', header: 'Budget', format: 'money' },
            {
              id: 'cost',
              header: 'Expected there',
              format: 'money',
              note: 'Expected cost of the plan at the value found.',
            },
            { id: 'says', header: 'Answer', format: 'text', width: 60 },
          ],
          rows: seeks.map(({ plan, parameter, budget, cost, says }) => [plan, parameter, budget, cost, says]),
        },
      ];
