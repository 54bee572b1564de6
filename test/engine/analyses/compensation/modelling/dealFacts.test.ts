import { PLAN_LIBRARY } from '../../../../../src/engine/analyses/compensation/library';
import { dealFacts } from '../../../../../src/engine/analyses/compensation/modelling/dealFacts';
import { planOf } from '../../../../support/compensation';

const nothing = { margin: false, units: false, term: false, texts: {} };

it('asks nothing more for a plan that pays by amount', () => {
  expect(dealFacts(planOf({ basis: 'revenue' }))).toEqual(nothing);
  expect(dealFacts({ name: 'Empty', components: [], modifiers: [] })).toEqual(nothing);
});

it('asks for the basis, for what bands and multipliers are of, and for what is filtered by', () => {
  expect(dealFacts(planOf({ basis: 'units' }))).toEqual({ ...nothing, units: true });
  expect(dealFacts(planOf({ basis: 'margin' }))).toEqual({ ...nothing, margin: true });
  expect(dealFacts(planOf({ bandsOf: 'margin' }))).toEqual({ ...nothing, margin: true });
  const matrix = {
    kind: 'multiplier',
    measure: 'term',
    from: 24,
    value: 1.1,
    and: { measure: 'margin' },
  } as const;
  expect(dealFacts(planOf({ modifiers: [matrix] }))).toEqual({ ...nothing, margin: true, term: true });
  const renewals = PLAN_LIBRARY.find(({ name }) => name === 'New business and renewals')!;
  expect(dealFacts(renewals).texts).toEqual({
    type: ['New Business', 'New', 'Renewal', 'Existing Business'],
  });
});

it('takes values that differ in case for one, and a currency of the whole plan as one of each component', () => {
  const plan = planOf({ only: { region: ['North', 'north ', 'South'] } });
  const euro = { kind: 'currency', measure: 'EUR', value: 1.1 } as const;
  expect(dealFacts({ ...plan, modifiers: [euro] }).texts).toEqual({
    region: ['North', 'South'],
    currency: ['EUR'],
  });
});
