import { dayOfIso } from '../../../../core/day';
import { evaluate } from '../../evaluate';
import type { Work } from '../../../questions';
import type { Plan } from '../../plan';
import type { PlanComparison } from '../finding';
import { modellingValue } from '../assumptions';
import { costsOf, exactMean, simulated } from '../cost';
import { costDifference } from '../costDifference';
import { costModelOf, type CostModel } from '../costModel';
import { ifDealCloses } from '../dealEstimate';
import { seekBudget, seekWords } from '../goalSeek';
import { planCurveOf, typicalPerson } from '../planCurve';
import { comparedPlans } from '../comparedPlans';
import { bookOfYear } from '../planYear';
import { askedBook } from './askedBook';
import { estimateWords } from './estimateWords';
import type {
  AskedDeal,
  EarnedByDeal,
  PlanAnswer,
  PlanQuestion,
  PlanRisk,
  QuestionOf,
  SoughtBudget,
  TriedPlan,
} from './question';
import { scenarioOf } from './scenarioOf';
import { workingBooks, type OpenBook, type WorkingData } from './workingBook';

/** Runs of a risk asked for in passing: enough for two digits. */
const RISK_RUNS = 1000;
/** Runs where an expected cost has no closed form; the same draws each time. */
const QUICK_RUNS = 200;

/** Answers questions on plans from what the last run read. Never throws for data: what cannot be paid has no curve and no cost. */
export function planAnswerer(data: WorkingData): (question: PlanQuestion) => PlanAnswer {
  const open = workingBooks(data);
  return (question) => {
    switch (question.ask) {
      case 'try':
        return tried(question, data, open);
      case 'risk':
        return risk(question.plan, data, open);
      case 'compare':
        return compared(question, data, open);
      case 'seek':
        return sought(question, data, open);
      case 'deal':
        return earned(question.plan, question.deal, open);
      case 'book':
        return askedBook(question.plan, open([question.plan]).desk, data.dataset, data.asOf);
    }
  };
}

/** For the questions after a run; also where it found no plan yet. */
export const planAnswers = ({ dataset, values, tables, circumstances }: Work) => {
  const { asOf, random } = circumstances;
  return planAnswerer({ dataset, values, tables, asOf, random });
};

function compared({ a, b }: QuestionOf<'compare'>, data: WorkingData, open: OpenBook): PlanComparison {
  const { book, desk, choice } = open([a, b]);
  const model = costModelOf([a, b], desk, data.asOf, choice);
  // As many years as the run drew, so that the sheet says the same.
  const [before, after] = simulated(model, modellingValue(data.values, 'payRuns'), data.random);
  const expected = {
    a: meanOf(model, 0, data),
    b: meanOf(model, 1, data),
    ...costDifference(before!.totals, after!.totals),
  };
  return comparedPlans(a, b, evaluate(a, book), evaluate(b, book), book, expected);
}

/** The expected cost of one plan of a model: exact where it can be, else simulated on the same draws each time. */
function meanOf(model: CostModel, plan: number, { random }: WorkingData): number {
  const own = { ...model, plans: [model.plans[plan]!] };
  return exactMean(own.plans[0]!, own) ?? costsOf(own, QUICK_RUNS, random)[0]!.mean;
}

function tried({ plan, changes }: QuestionOf<'try'>, data: WorkingData, open: OpenBook): TriedPlan {
  const { scenario, parameters, words, remarks } = scenarioOf(plan, changes);
  const common = { plan: scenario, remarks, parameters, changes: words };
  if (scenario.components.length === 0 || remarks.some(({ severity }) => severity === 'blocking'))
    return { ...common, curve: null, cost: null };
  const { desk, choice } = open([scenario]);
  const model = costModelOf([scenario], desk, data.asOf, choice);
  const [modelled] = model.plans;
  const person = typicalPerson(modelled!, desk.year);
  const people = modelled!.prepared.applies.filter(Boolean).length;
  if (person === undefined) return { ...common, curve: null, cost: null };
  const { target, volume, points, cliffs } = planCurveOf(modelled!, model, desk.year, person);
  return {
    ...common,
    curve: { person: desk.book.people[person]!.name, target, quota: volume, points, cliffs },
    cost: { people, expected: meanOf(model, 0, data), target: modelled!.target },
  };
}

function risk(plan: Plan, { asOf, random }: WorkingData, open: OpenBook): PlanRisk {
  const { desk, choice } = open([plan]);
  const [cost] = costsOf(costModelOf([plan], desk, asOf, choice), RISK_RUNS, random);
  const { mean, p10, p50, p90, ccos } = cost!;
  return { mean, p10, p50, p90, ccos: ccos?.mean ?? null, runs: RISK_RUNS };
}

function sought(
  { plan, parameter, budget }: QuestionOf<'seek'>,
  { asOf, random }: WorkingData,
  open: OpenBook,
): SoughtBudget {
  const { desk, choice } = open([plan]);
  const seek = seekBudget({ plan, parameter, budget }, desk, asOf, choice, QUICK_RUNS, random);
  const says = seekWords(seek, { plan, parameter });
  return 'value' in seek
    ? { found: seek.found, says, cost: seek.cost, value: seek.value }
    : { found: seek.found, says, cost: null, value: null };
}

function earned(plan: Plan, asked: AskedDeal, open: OpenBook): EarnedByDeal {
  // The whole plan year: an open deal may close after the periods paid by now.
  const book = bookOfYear(open([plan]).desk.year);
  const person = book.people.findIndex(({ name }) => name === asked.person);
  const day = dayOfIso(asked.day);
  const nothing = { before: 0, after: 0, earns: 0, othersEarn: 0, rate: null, lines: [] };
  if (person < 0 || day === undefined) return nothing;
  const { amount, margin, units, term, texts } = asked;
  const { lines, ...estimate } = ifDealCloses(plan, book, {
    person,
    day,
    amount,
    ...(margin !== undefined && { margin }),
    ...(units !== undefined && { units }),
    ...(term !== undefined && { term }),
    ...(texts !== undefined && { texts }),
  });
  return {
    ...estimate,
    lines: lines.map((line) => ({ says: estimateWords(plan, line), amount: line.amount })),
  };
}
