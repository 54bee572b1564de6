import { runFunnel } from '../../../../src/engine/analyses/funnel/compute';
import { activitiesOf } from '../../../support/activities';
import { asOf } from '../../../support/circumstances';
import { datasetOf, stageMapOf } from '../../../support/dataset';

const TODAY = 45_000;

it('counts a deal as untouched for no longer than it exists', () => {
  const dataset = {
    ...datasetOf(
      [{ created: TODAY - 20 }, { created: TODAY - 50 }, { created: TODAY - 60 }, {}],
      stageMapOf('A'),
      'none',
    ),
    activities: activitiesOf([
      // The meetings from which the first two deals came.
      { type: 'Meeting', deal: 0, date: TODAY - 45 },
      { type: 'Meeting', deal: 1, date: TODAY - 55 },
      { type: 'Meeting', deal: 2, date: TODAY - 35 },
    ]),
  };
  const { untouched, ageing } = runFunnel(dataset, { untouchedDays: 40 }, asOf(TODAY)).value!;
  expect(ageing.deals.map(({ id, untouchedDays }) => [id, untouchedDays])).toEqual([
    ['D3', 35],
    ['D2', 50],
    ['D1', 20],
    ['D4', null],
  ]);
  // D2 since its creation; of D4 nothing is known.
  expect(untouched).toMatchObject({ open: 4, untouched: 2, never: 1 });
});
