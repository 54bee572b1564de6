import { dealsAsOf } from '../../../../src/engine/analyses/funnel/deals';
import { stageEventsOf } from '../../../../src/engine/analyses/funnel/stageEvents';
import { asDay } from '../../../../src/engine/core/day';
import { activitiesOf, type ActivityRow } from '../../../support/activities';
import { datasetOf, stageMapOf, type DealRow } from '../../../support/dataset';

const TODAY = 45_000;
const START = TODAY - 200;
const STAGES = stageMapOf('Qualification', 'Demo', 'Offer');

/** Twenty deals, two days apart: qualified at once, to Demo after 14 days and to Offer after 40, lost after 80. */
const DEALS: readonly DealRow[] = Array.from({ length: 20 }, (_, i) => ({
  outcome: 'lost',
  created: START + 2 * i,
  closed: START + 2 * i + 80,
  path: [
    ['Qualification', START + 2 * i],
    ['Demo', START + 2 * i + 14],
    ['Offer', START + 2 * i + 40],
    ['Lost', START + 2 * i + 80],
  ],
}));

/** An activity of each deal, so many days after its creation; and one of nobody, with which the records begin. */
const each = (type: string, ...after: readonly number[]): readonly ActivityRow[] =>
  DEALS.flatMap((_, deal) => after.map((days) => ({ type, deal, date: START + 2 * deal + days })));
const FIRST: ActivityRow = { type: 'Other', date: START - 60 };

function eventsOf(activities: readonly ActivityRow[], asOf = TODAY) {
  const dataset = { ...datasetOf(DEALS, STAGES), activities: activitiesOf([FIRST, ...activities]) };
  const deals = dealsAsOf(dataset.opportunities!, dataset.history, STAGES, asDay(asOf));
  return stageEventsOf(dataset, deals)!.stages;
}

const NONE = { type: null, withActivity: 0, before: 0, sameDay: 0, after: 0, entersWhen: null };

describe('the activity that goes with a stage', () => {
  it('is one of the days just before the entry, and belongs to that entry alone', () => {
    // Two weeks later, when the deals go to Demo, the meeting is still within a month of them.
    const [qualification, demo, offer] = eventsOf(each('Meeting', -3));
    expect(qualification).toEqual({
      stage: 'Qualification',
      entered: 20,
      type: 'Meeting',
      withActivity: 20,
      before: 20,
      sameDay: 0,
      after: 0,
      entersWhen: 'held',
    });
    expect(demo).toEqual({ stage: 'Demo', entered: 20, ...NONE });
    expect(offer).toEqual({ stage: 'Offer', entered: 20, ...NONE });
  });

  it('is none where activities go on all the time, whatever the stage', () => {
    const always = Array.from({ length: 34 }, (_, k) => k * 3 - 20);
    for (const stage of eventsOf(each('Email', ...always))) expect(stage).toMatchObject(NONE);
  });

  it('is found beside what goes on all the time', () => {
    const always = Array.from({ length: 34 }, (_, k) => k * 3 - 20);
    const [, demo] = eventsOf([...each('Email', ...always), ...each('Workshop', 14)]);
    expect(demo).toMatchObject({ type: 'Workshop', sameDay: 20, entersWhen: 'held' });
  });

  it('may come later where it shares a word with the stage: the day after the entry is after it', () => {
    expect(eventsOf(each('Product demos', 15))[1]).toMatchObject({
      type: 'Product demos',
      sameDay: 0,
      after: 20,
      entersWhen: 'scheduled',
    });
    // Without such a word a meeting soon afterwards says nothing of what the stage means.
    expect(eventsOf(each('Meeting', 15))[1]).toMatchObject(NONE);
  });

  it('belongs to the close where that is nearer', () => {
    expect(eventsOf(each('Offer call', 62))[2]).toMatchObject(NONE);
    expect(eventsOf(each('Offer call', 58))[2]).toMatchObject({ type: 'Offer call', after: 20 });
  });

  it('does not know of entries and activities after the as-of day', () => {
    // The first eight of the deals had come to Demo by then.
    const [qualification, demo, offer] = eventsOf(each('Demo', 14), START + 28);
    expect(qualification).toMatchObject({ entered: 15 });
    expect(demo).toMatchObject({ entered: 8, withActivity: 8, sameDay: 8, entersWhen: 'held' });
    expect(offer).toMatchObject({ entered: 0 });
  });
});
