import { wordIssue } from '../../../src/engine/report/wording';
import { readTables } from '../../support/read';

it('names a field as its own table does, a wide column by its header', () => {
  const { issues } = readTables([
    {
      role: 'opportunities',
      rows: [
        ['id', 'stage', 'created', 'amount', 'entered Demo'],
        ['1', 'Demo', 'soon', '#N/A', 'later'],
        ['2', '#REF!', '2025-01-01', 5, '2025-01-01'],
      ],
    },
    {
      role: 'activities',
      rows: [
        ['date', 'owner'],
        ['soon', 'Ann'],
      ],
    },
    {
      role: 'quotas',
      rows: [
        ['person', 'amount', 'start', 'end', 'measure'],
        ['Ann', 5, '2025-01-01', '2025-03-31', '#N/A'],
      ],
    },
  ]);
  const fields = issues.flatMap((i) => (i.code === 'errorValue' || i.code === 'unparsableDate' ? [i] : []));
  expect(fields.map(({ facts, place }) => `${place!.sheet}: ${facts.field}`).sort()).toEqual([
    'activities: Date',
    'opportunities: Amount',
    'opportunities: Created date',
    'opportunities: Stage',
    'opportunities: entered Demo',
    'quotas: Measure',
  ]);
  for (const found of fields) expect(wordIssue(found)).toContain(`“${found.facts.field}”`);
});
