import {
  Button,
  Field,
  Input,
  makeStyles,
  Select,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Plan } from '../../../engine/analyses/compensation/plan';
import { replacedPlan, withPlan } from '../../../engine/analyses/compensation/planRows/planEdits';
import type { NumberAssumption } from '../../../engine/core/assumption';
import { showValue } from '../../../engine/core/assumptionValues';
import { ANY, counted, money, signed, typedNumber } from '../../format';
import { DataTable } from '../../parts/DataTable';
import { RangeInput } from '../../parts/RangeInput';
import { Section } from '../../parts/Section';
import { Text } from '../../parts/Text';
import { TextLink } from '../../parts/TextLink';
import { PayoutCurve } from './PayoutCurve';
import { usePlanAnswer } from './usePlanAnswer';
import type { ShapedPlans } from './usePlans';

const useStyles = makeStyles({
  line: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
  value: { ...typographyStyles.body1Strong, fontVariantNumeric: 'tabular-nums' },
  text: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { ...typographyStyles.body1, margin: 0, paddingInlineStart: '20px' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
  grow: { flexGrow: 1, minWidth: '120px' },
});

interface Props {
  readonly shaped: ShapedPlans;
  readonly plan: Plan;
}
type Changes = Readonly<Record<string, number>>;

/** Steps of a slider, each of which changes the value also where that is rounded to as many digits as a plan has. */
const STEPS = 200;
const DIGITS = 4;
/** A lever reaches from half to twice of what is now, within its range. */
const REACH = 2;

/** What if a number of the plan were another: a scenario of changes in words, its cost, winners and losers, and goal seek. */
export function Scenario({ shaped, plan }: Props) {
  const styles = useStyles();
  const [changes, setChanges] = useState<Changes>({});
  const [chosen, setChosen] = useState('');
  const asIs = usePlanAnswer({ ask: 'try', plan, changes: {} });
  const tried = usePlanAnswer({ ask: 'try', plan, changes });
  const parameters = asIs?.parameters ?? [];
  const lever = parameters.find(({ id }) => id === chosen) ?? parameters[0];
  const isChanged = (tried?.changes.length ?? 0) > 0;
  if (!lever || !asIs || !tried) return null;
  const set = (id: string, value: number): void => setChanges({ ...changes, [id]: value });
  const difference = tried.cost && asIs.cost ? tried.cost.expected - asIs.cost.expected : null;
  return (
    <Section title="What if" lead="Turn a number of the plan; nothing is changed until you say so.">
      <Select aria-label="Number to turn" value={lever.id} onChange={(_, { value }) => setChosen(value)}>
        {parameters.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      <Lever lever={lever} value={changes[lever.id] ?? lever.initial} onChange={(v) => set(lever.id, v)} />
      {isChanged && (
        <>
          <ul className={styles.list} aria-label="Changes">
            {tried.changes.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
          {difference !== null && tried.cost && (
            <Text role="status">
              {`Expected to cost ${money(tried.cost.expected)}, ${signed(difference, money)} against the plan as it is.`}
            </Text>
          )}
          {tried.curve && <PayoutCurve curve={tried.curve} before={asIs.curve ?? undefined} />}
          <div className={styles.row}>
            <Button
              onClick={() => {
                shaped.change(replacedPlan(shaped.tables, plan.name, tried.plan));
                setChanges({});
              }}
            >
              Put into the plan
            </Button>
            <Button
              onClick={() => {
                shaped.change(
                  withPlan(shaped.tables, { ...tried.plan, name: `${plan.name}, changed` }, plan.name),
                );
                setChanges({});
              }}
            >
              Keep beside it
            </Button>
            <TextLink onClick={() => setChanges({})}>Start afresh</TextLink>
          </div>
          <Compared a={plan} b={{ ...tried.plan, name: 'With the changes' }} withoutChanges />
        </>
      )}
      <Seek plan={plan} lever={lever} onFound={(value) => set(lever.id, value)} />
    </Section>
  );
}

function Lever(props: {
  readonly lever: NumberAssumption;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const styles = useStyles();
  const { lever, value } = props;
  const low = Math.max(lever.min, Math.min(value, lever.initial / REACH));
  const usual = lever.initial === 0 ? 1 : lever.initial * REACH;
  const high = Math.min(lever.max, Math.max(value, usual));
  const shown = showValue(lever, Number(value.toPrecision(DIGITS)));
  return (
    <div>
      <div className={styles.line}>
        <span className={styles.text}>{`In the plan: ${showValue(lever, lever.initial)}`}</span>
        <span className={styles.value}>{shown}</span>
      </div>
      <RangeInput
        aria-label={lever.label}
        aria-valuetext={shown}
        min={0}
        max={STEPS}
        value={high > low ? Math.round(((value - low) / (high - low)) * STEPS) : 0}
        onChange={({ target }) =>
          props.onChange(Number((low + (target.valueAsNumber / STEPS) * (high - low)).toPrecision(DIGITS)))
        }
      />
    </div>
  );
}

/** Winners and losers of a plan against another, on the same deals. */
export function Compared(props: {
  readonly a: Plan;
  readonly b: Plan;
  /** The changes are said elsewhere. */
  readonly withoutChanges?: boolean;
}) {
  const { a, b } = props;
  const styles = useStyles();
  const found = usePlanAnswer({ ask: 'compare', a, b });
  if (!found) return null;
  const { people, paid, winners, losers, same, gained, lost, expected, changes } = found;
  const moved = people
    .map((one) => ({ ...one, change: one.b - one.a }))
    .sort((x, y) => Math.abs(y.change) - Math.abs(x.change));
  return (
    <>
      <Text>
        {`On the deals of this year ${counted(winners, 'person gets', 'people get')} ${money(gained)} more in all, ${counted(losers, 'person gets', 'people get')} ${money(lost)} less, ${counted(same, 'person', 'people')} the same. Paid ${money(paid.a)} under ${found.a}, ${money(paid.b)} under ${found.b}; expected for the year ${money(expected.a)} and ${money(expected.b)}, ${signed(expected.b - expected.a, money)} (8 times in 10 ${signed(expected.low, money)} to ${signed(expected.high, money)}).`}
      </Text>
      {changes.length > 0 && !props.withoutChanges && (
        <ul className={styles.list} aria-label={`What differs in ${found.b}`}>
          {changes.map((says) => (
            <li key={says}>{says}</li>
          ))}
        </ul>
      )}
      <DataTable
        label={`${found.a} and ${found.b}, person by person`}
        headers={['Person', found.a, found.b, 'Change']}
        rows={moved.map((one) => [one.person, money(one.a), money(one.b), signed(one.change, money)])}
      />
    </>
  );
}

/** What the number would have to be for a budget. */
function Seek(props: {
  readonly plan: Plan;
  readonly lever: NumberAssumption;
  readonly onFound: (value: number) => void;
}) {
  const styles = useStyles();
  const { plan, lever } = props;
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<{ readonly lever: string; readonly budget: number }>();
  const budget = typedNumber(ANY, text);
  const found = usePlanAnswer(
    asked && { ask: 'seek', plan, parameter: asked.lever, budget: Math.round(asked.budget * 100) },
  );
  const value = asked?.lever === lever.id && found?.found === 'solution' ? found.value : null;
  return (
    <>
      <div className={styles.row}>
        <Field className={styles.grow} label="Budget for the year to be met by this number">
          <Input inputMode="decimal" value={text} onChange={(_, data) => setText(data.value)} />
        </Field>
        <Button
          disabledFocusable={budget === undefined}
          onClick={() => budget !== undefined && setAsked({ lever: lever.id, budget })}
        >
          Find
        </Button>
      </div>
      {asked && found && (
        <Text role="status">
          {found.says}
          {found.found === 'solution' && found.cost !== null && `. Expected to cost ${money(found.cost)}.`}
        </Text>
      )}
      {value !== null && (
        <div>
          <Button size="small" onClick={() => props.onFound(value)}>
            Try this value
          </Button>
        </div>
      )}
    </>
  );
}
