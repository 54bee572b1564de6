import { assumptions } from '../../../../src/engine/analyses/funnel/assumptions';
import type { FunnelFinding } from '../../../../src/engine/analyses/funnel/finding';
import { describeFunnel } from '../../../../src/engine/analyses/funnel/report';
import { initialValues } from '../../../../src/engine/core/assumptionValues';
import { isLink, valueOf } from '../../../../src/engine/report/formula';
import type { Block, Table } from '../../../../src/engine/report/report';
import { FINDINGS } from '../../../support/funnelFinding';
import { STAMP } from '../../../support/report';

const blocksOf = (finding: FunnelFinding): readonly Block[] =>
  describeFunnel(finding, initialValues(assumptions), STAMP).sheets.flatMap(({ blocks }) => blocks);
const textOf = (finding: FunnelFinding): string =>
  blocksOf(finding)
    .map((block) => (block.block === 'note' || block.block === 'heading' ? block.text : ''))
    .join('\n');
const tableOf = (finding: FunnelFinding, id: string): Table | undefined =>
  blocksOf(finding).find((block): block is Table => block.block === 'table' && block.id === id);
/** Shown values of a column, from the first line on. */
function column(finding: FunnelFinding, id: string, name: string) {
  const table = tableOf(finding, id)!;
  const at = table.columns.findIndex((one) => one.id === name);
  return table.rows.map((row) => valueOf(row[at]!));
}

const { events } = FINDINGS;
const summary = events.peopleSummary!;
/** The same people, of whom chance explains all differences. */
const ALIKE: FunnelFinding = {
  ...events,
  people: events.people.map((person) => ({
    ...person,
    standing: 'unclear',
    distinguishable: false,
    band: person.band === null ? null : 'B',
    place: null,
    worth: null,
  })),
  peopleSummary: { ...summary, test: { ...summary.test, p: 0.264, differ: false } },
};

describe('People', () => {
  it('ranks nobody, and has neither places nor bands to compare, where chance explains the differences', () => {
    expect(textOf(ALIKE)).toContain('do not differ beyond chance (χ² test, p = 0.264)');
    expect(textOf(ALIKE)).toContain('nobody is ranked');
    expect(tableOf(ALIKE, 'bands')).toBeUndefined();
    expect(tableOf(ALIKE, 'people')!.columns.map(({ id }) => id)).not.toContain('place');
  });

  it('has the bands with what C at the company’s rate would bring, where people differ', () => {
    expect(column(events, 'bands', 'people')).toEqual([1, 2, 1]);
    const wins = events.people.reduce((sum, { worth }) => sum + (worth?.wins ?? 0), 0);
    expect(column(events, 'bands', 'wins')).toEqual([null, null, wins]);
    expect(column(events, 'bands', 'worth')[2]).toBeCloseTo(wins * events.formula!.meanWon!, 6);
  });

  it('has no difference from a rate that is shown as counts', () => {
    const few: FunnelFinding = {
      ...events,
      people: events.people.map((person, i) => (i === 0 ? { ...person, x: 1, n: 1 } : person)),
    };
    expect(column(few, 'people', 'others')[0]).toBeNull();
    expect(column(few, 'people', 'othersLow')[0]).toBeNull();
    expect(column(events, 'people', 'others')[0]).toBe(events.people[0]!.difference.estimate);
  });

  it('has activities per new deal as people down and types across, the company first', () => {
    const { formula, people } = events;
    const table = tableOf(events, 'personActivities')!;
    const shown = people.filter(({ setApart }) => !setApart);
    expect(column(events, 'personActivities', 'who')).toEqual([
      'Company',
      ...shown.map(({ person }) => person),
    ]);
    expect(table.columns.map(({ header }) => header)).toEqual([
      'Who',
      'New deals',
      ...formula!.activities.flatMap(({ type }) => [`${type}: done`, `${type}: per new deal`]),
    ]);
    expect(column(events, 'personActivities', 'done0')[0]).toBe(formula!.activities[0]!.count);
    expect(column(events, 'personActivities', 'per0')[0]).toBeCloseTo(formula!.activities[0]!.perNewDeal!, 1);
  });

  it('keeps those set apart out of the comparison, in a table of their own', () => {
    expect(column(events, 'people', 'person')).not.toContain('System');
    expect(column(events, 'peopleApart', 'person')).toEqual(['System']);
  });
});

describe('Funnel', () => {
  it('weighs step rates by amount beside those by deals, and says which losses were no decision', () => {
    expect(column(events, 'funnel', 'valueStepRate')).toEqual(
      events.stages.map(({ valueStepRate }) => valueStepRate!.estimate),
    );
    expect(column(events, 'funnel', 'noDecision')).toEqual(events.stages.map(({ noDecision }) => noDecision));
    const ids = tableOf(FINDINGS.wide, 'funnel')!.columns.map(({ id }) => id);
    expect(ids).not.toContain('valueStepRate');
  });

  it('says of a break-down whether rates, wins over time and days until decided differ', () => {
    const text = textOf(events);
    expect(text).toMatch(/Win rates by owner do not differ beyond chance \(χ² test, p = 0\.310\)/);
    expect(text).toMatch(/does not differ beyond chance \(Gray’s test, p = 0\.420\)/);
    expect(text).toMatch(/How soon deals are decided differs beyond chance \(log-rank test, p = 0\.012\)/);
  });
});

it('Cohorts by month speak of months', () => {
  const monthly = {
    ...events,
    cohorts: events.cohorts.map((cohort, i) => ({ ...cohort, period: `2023-0${i + 1}` })),
  };
  expect(tableOf(monthly, 'cohorts')!.totals![0]).toBe('All months');
  expect(tableOf(events, 'cohorts')!.totals![0]).toBe('All quarters');
});

it('each open deal of the list leads to the row that it was read from', () => {
  const [first] = tableOf(events, 'openDealAges')!.rows[0]!;
  const { place } = events.ageing.deals[0]!;
  if (first === undefined || !isLink(first)) throw new Error('No link.');
  expect(first.link).toMatchObject({ sheet: place.sheet, cell: `A${place.row}` });
});

describe('The formula for success', () => {
  it('has p as a probability of the data, never as one of the people being alike', () => {
    const p = tableOf(events, 'formula')!.columns.find(({ id }) => id === 'p')!;
    expect(p).toMatchObject({ header: 'p if all were alike', format: 'pValue' });
  });
});

describe('Velocity', () => {
  it('says what it would be without the open deals that are older than any win', () => {
    const { velocity } = events;
    expect(velocity!.perDay.estimate).toBeCloseTo(232_615.38, 1);
    expect(velocity!.notBeyond).toEqual({ opportunities: 16, perDay: ((18 - 2) * (4_200_000 * 0.24)) / 78 });
    expect(textOf(events)).toContain(
      '2 deals still open are older than any deal that was ever won: without them it would be 2,068 a day.',
    );
    expect(textOf({ ...events, velocity: { ...velocity!, notBeyond: null } })).not.toContain(
      'would be 2,068',
    );
  });
});

describe('Process', () => {
  it('has no table of reasons where the data have no column of them', () => {
    expect(tableOf(events, 'losses')).toBeDefined();
    const without: FunnelFinding = { ...events, losses: { ...events.losses, withReason: null } };
    expect(tableOf(without, 'losses')).toBeUndefined();
    expect(textOf(without)).toContain('lost; the data have no column of reasons.');
  });

  it('is no sheet where nothing is known of it', () => {
    const { sheets } = describeFunnel(FINDINGS.none, initialValues(assumptions), STAMP);
    expect(sheets.map(({ title }) => title)).not.toContain('Process');
  });

  it('says what share of which days the bottleneck takes, and that nobody is there', () => {
    const { conformance } = events;
    const empty = { ...conformance!, bottleneck: { ...conformance!.bottleneck!, open: 0 } };
    expect(textOf({ ...events, conformance: empty })).toContain(
      '41% of the days of a deal that goes through every stage; none is open there now.',
    );
  });
});

describe('By stage', () => {
  it('is blank where it is not known how long open deals have been there', () => {
    const [first, ...others] = events.ageing.stages;
    const stages = [{ ...first!, slow: null }, ...others];
    const unknown = { ...events, ageing: { ...events.ageing, stages } };
    expect(column(events, 'stageAges', 'slow')[0]).toBe(12);
    expect(column(unknown, 'stageAges', 'slow')[0]).toBeNull();
    expect(column(unknown, 'stageAges', 'share')[0]).toBeNull();
  });
});

describe('what was not tested or cannot be told', () => {
  it('has no p of a trend where all deals ended alike', () => {
    const slope = { perMonth: null, p: 1, verdict: 'none' } as const;
    const text = textOf({ ...events, trend: { ...events.trend!, slope } });
    expect(text).toContain('No trend can be tested');
    expect(text).not.toContain('p = 1.000');
  });

  it('says why a stage has no shares', () => {
    const unknown = { estimate: null, low: null, high: null };
    const [first, ...others] = events.stages;
    const stages = [
      { ...first!, incidence: { ...first!.incidence, advance: unknown, lost: unknown } },
      ...others,
    ];
    expect(column({ ...events, stages }, 'stageTimes', 'remark')[0]).toContain(
      'No deal has been followed for 90 days yet, so the shares by then are not known.',
    );
    expect(column(FINDINGS.tiny, 'stageTimes', 'remark')[0]).toContain('Too few for a percentage.');
  });

  it('says that more than twelve groups are not compared over time', () => {
    const breakdown = events.breakdowns[0]!;
    const many = Array.from({ length: 13 }, (_, i) => ({ ...breakdown.groups[0]!, name: `G${i}` }));
    const of = (groups: typeof breakdown.groups) =>
      textOf({ ...events, breakdowns: [{ ...breakdown, curves: null, groups }] });
    expect(of(many)).toContain('There are more than 12 groups, so it is not tested how soon');
    expect(of(many.slice(1))).not.toContain('more than 12 groups');
  });

  it('explains why losses by stage add up to more than the deals lost', () => {
    const { note } = tableOf(events, 'funnel')!.columns.find(({ id }) => id === 'lost')!;
    expect(note).toContain('may add up to more than the deals lost');
    expect(textOf(events)).toContain('came back and was lost is lost from here as well');
  });
});

describe('in plain words', () => {
  it('counts the deals that are not listed', () => {
    const listed = (notListed: number) => textOf({ ...events, ageing: { ...events.ageing, notListed } });
    expect(listed(89)).toContain('89 younger deals are not listed; the counts above hold them.');
    expect(listed(1)).toContain('1 younger deal is not listed; the counts above hold it.');
  });

  it('does not give a range of one number', () => {
    const at = (q25: number, q75: number) =>
      JSON.stringify(blocksOf({ ...events, daysToWin: { ...events.daysToWin, q25, q75 } }));
    expect(at(30.6, 31.4)).toContain('half of the won deals took 31 days');
    expect(at(30, 31)).toContain('half of the won deals took 30 to 31 days');
  });

  it('says what the CRM’s probability is against the facts', () => {
    const readings = column(events, 'configured', 'reading').filter((reading) => reading !== null);
    expect(readings.length).toBeGreaterThan(0);
    for (const reading of readings) expect(reading).toMatch(/^(Higher|Lower) than in fact$/);
  });
});

describe('Activities for a new deal', () => {
  it('stand beside the company, whose ratio is live, with what a gap is worth', () => {
    const which = column(events, 'activityRatios', 'which');
    expect(which.slice(0, 2)).toEqual(['All compared: Call', 'All compared: Meeting']);
    expect(which).not.toContain('System: Call');
    const below = column(events, 'activityRatios', 'standing').indexOf('Probably more');
    expect(column(events, 'activityRatios', 'company')[below]).toBe(7);
    expect(column(events, 'activityRatios', 'worth')[below]).toBe(2.5);
    expect(column(events, 'activityRatios', 'ratio')[0]).toBe(7);
  });

  it('name those who are not in the step from activities, for they have more new deals', () => {
    const [first, ...others] = events.people;
    const [step, ...steps] = first!.steps;
    const none = {
      ...events,
      people: [{ ...first!, steps: [{ ...step!, n: 0, x: 0 }, ...steps] }, ...others],
    };
    expect(textOf(none)).toContain(`more new deals than activities on record: ${first!.person}.`);
    expect(textOf(events)).not.toContain('than activities on record');
  });
});
