import { readPlans } from '../../../../../src/engine/analyses/compensation/planRows/readPlans';
import { wordIssue } from '../../../../../src/engine/report/wording';
import { planRowsOf } from '../../../../support/compensation';

const read = (tables: Parameters<typeof planRowsOf>[0]) => {
  const { plans, issues } = readPlans(planRowsOf(tables));
  return {
    plans,
    said: issues.map(
      (issue) => `${issue.place?.sheet}!${issue.place?.column}${issue.place?.row}: ${wordIssue(issue)}`,
    ),
    severities: [...new Set(issues.map(({ severity }) => severity))],
  };
};

test('a person types little: words in any case, percent signs, one name of the plan for all rows', () => {
  const { plans, said } = read({
    planComponents: [{ plan: 'AE', component: 'New business', kind: 'tiers' }],
    planTiers: [
      { component: 'new  business', from: '0%', to: 1, rate: '5%', unit: '% OF CREDIT' },
      { from: '100 %', rate: 0.08, unit: 'ofAmount', how: 'on everything from zero' },
    ],
    planModifiers: [{ modifier: 'cap', from: '10,000.00' }],
  });
  expect(said).toEqual([]);
  expect(plans).toEqual([
    {
      name: 'AE',
      components: [
        {
          name: 'New business',
          kind: 'tiers',
          basis: 'revenue',
          period: 'quarter',
          tiers: [
            { from: 0, to: 1, rate: 0.05, unit: 'ofAmount' },
            { from: 1, rate: 0.08, unit: 'ofAmount', how: 'whole' },
          ],
          modifiers: [],
        },
      ],
      modifiers: [{ kind: 'cap', from: 10_000, unit: 'fixed', how: 'period' }],
    },
  ]);
});

test('a rate without a unit names its cell', () => {
  const { said, severities } = read({
    planComponents: [{ plan: 'AE', component: 'Sales', kind: 'Tiers' }],
    planTiers: [{ plan: 'AE', component: 'Sales', from: 0, rate: 5 }],
  });
  expect(severities).toEqual(['blocking']);
  expect(said).toEqual([
    'Tiers!unit2: The rate 5 of component “Sales” has no unit: 5 could be 5% of the credit, 5 for each unit sold or 5 times target pay. Choose the unit.',
  ]);
});

test('what cannot be read is said, cell by cell', () => {
  const { said } = read({
    planComponents: [
      { plan: 'AE', component: 'Sales', kind: 'Teirs' },
      {
        plan: 'AE',
        component: 'Team',
        kind: 'One rate',
        options: 'credits of the team, sometimes',
        only: 'New',
        starts: 'soon',
      },
      { plan: 'AE', kind: 'Tiers' },
    ],
    planTiers: [{ plan: 'AE', component: 'Team', from: 'much', rate: 1, unit: 'amount' }],
    planModifiers: [
      { plan: 'AE', component: 'Nobody', modifier: 'Threshold', from: 1 },
      { plan: 'AE', component: 'Team', modifier: 'Draw', value: 1 },
      { plan: 'AE', modifier: 'Threshold', from: 1 },
      { plan: 'AE', component: 'Team', modifier: 'Gate', measure: 'Team' },
    ],
  });
  expect(said).toEqual([
    'Components!kind2: Row 1 of the plan’s components: “Teirs” in Kind is not known. Choose one of: One rate, Tiers, Payout curve, Scorecard, Contest, Team pool and Measure only.',
    'Components!only3: Row 2 of the plan’s components: “New” in Only where is no filter. Write it as “Type: New, Upgrade; Region: West”.',
    'Components!starts3: Row 2 of the plan’s components: “soon” in From date is no day. Write it as 2026-03-31.',
    expect.stringContaining('“sometimes” in Options is not known'),
    'Components!component4: Row 3 of the plan’s components has no Component. Fill it, or remove the row.',
    'Tiers!from2: Row 1 of the plan’s tiers: “much” in From is no number.',
    'Modifiers!component2: Row 1 of the plan’s modifiers is of the component “Nobody”, which plan “AE” does not have.',
    'Modifiers!component3: Row 2 of the plan’s modifiers: Draw acts on the whole plan. Leave its component blank.',
    'Modifiers!component4: Row 3 of the plan’s modifiers: Threshold acts on a component. Name it.',
    'Modifiers!from5: Row 4 of the plan’s modifiers has no From. Fill it, or remove the row.',
  ]);
});
