import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { Plan } from '../../../engine/analyses/compensation/plan';
import { ROLES } from '../../../engine/dataset/roles';
import { sameName } from '../../../engine/dataset/values/sameName';
import { ANY, money, percent, typedNumber } from '../../format';
import { FigureCards } from '../../parts/FigureCards';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';
import { usePlanAnswer } from './usePlanAnswer';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '12px' },
  input: { minWidth: 0, width: '100%' },
});

/** Numbers of a deal that a plan may look at; money is typed in units and asked in cents. */
const NUMBERS = [
  { id: 'margin', label: 'Gross margin', per: 100 },
  { id: 'units', label: 'Units', per: 1 },
  { id: 'term', label: 'Term in months', per: 1 },
] as const;
const UNKNOWN = 'The plan looks at it.';
const labelOf = (field: string): string =>
  ROLES.opportunities.fields.find(({ id }) => id === field)?.label ?? field;

/** "If this deal closes I earn …": an open deal of the data, or any amount on any day, with all that the plan asks of a deal. */
export function DealEstimate({ plan, asOf }: { readonly plan: Plan; readonly asOf: string }) {
  const styles = useStyles();
  const [person, setPerson] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const book = usePlanAnswer({ ask: 'book', plan });
  const who =
    person ?? book?.deals.find((deal) => book.people.includes(deal.person))?.person ?? book?.people[0];
  const own = (book?.deals ?? []).filter((deal) => deal.person === who);
  const deal = chosen === '' ? undefined : (own.find(({ id }) => id === chosen) ?? own[0]);
  // A deal that should have closed by now closes today at the earliest.
  const expected = deal && deal.closes > asOf ? deal.closes : asOf;
  const day = typed['day'] ?? (book && expected > book.to ? book.to : expected);
  const amountText = typed['amount'] ?? String((deal?.amount ?? 0) / 100);
  const amount = typedNumber(ANY, amountText);
  const isInYear = book !== undefined && day >= book.from && day <= book.to;
  const numbers = NUMBERS.filter(({ id }) => book?.asks[id]).map((one) => {
    const known = deal?.[one.id] ?? null;
    const text = typed[one.id] ?? (known === null ? '' : String(known / one.per));
    return { ...one, text, value: typedNumber(ANY, text) };
  });
  const texts = Object.entries(book?.asks.texts ?? {}).map(([field, values]) => {
    const known = typed[field] ?? deal?.texts[field] ?? '';
    // As the list spells it.
    return { field, values, value: values.find((value) => sameName(value) === sameName(known)) ?? '' };
  });
  const found = usePlanAnswer(
    who !== undefined && amount !== undefined && amount > 0 && isInYear
      ? {
          ask: 'deal',
          plan,
          deal: {
            person: who,
            day,
            amount: Math.round(amount * 100),
            ...Object.fromEntries(
              numbers.flatMap(({ id, value, per }) => (value === undefined ? [] : [[id, value * per]])),
            ),
            texts: Object.fromEntries(
              texts.flatMap(({ field, value }) => (value === '' ? [] : [[field, value]])),
            ),
          },
        }
      : undefined,
  );
  if (!book || who === undefined) return null;
  const type = (field: string, value: string): void => setTyped({ ...typed, [field]: value });
  return (
    <Section
      title="If this deal closes"
      lead={`What it would earn under ${plan.name}, over the whole plan year: with it, less without it.`}
    >
      <Field label="Person">
        <Select
          value={who}
          onChange={(_, { value }) => {
            setPerson(value);
            setChosen(undefined);
            setTyped({});
          }}
        >
          {book.people.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Deal">
        <Select
          value={deal?.id ?? ''}
          onChange={(_, { value }) => {
            setChosen(value);
            setTyped({});
          }}
        >
          {own.map(({ id, name, amount: cents }) => (
            <option key={id} value={id}>
              {`${name}: ${money(cents)}`}
            </option>
          ))}
          <option value="">Another deal</option>
        </Select>
      </Field>
      <div className={styles.pair}>
        <Field
          label="Amount"
          {...((amount === undefined || amount <= 0) && { validationMessage: 'Type an amount.' })}
        >
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            inputMode="decimal"
            value={amountText}
            onChange={(_, { value }) => type('amount', value)}
          />
        </Field>
        <Field label="Closes on" {...(!isInYear && { validationMessage: 'A day of the plan year.' })}>
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            type="date"
            value={day}
            min={book.from}
            max={book.to}
            onChange={(_, { value }) => type('day', value)}
          />
        </Field>
        {texts.map(({ field, values, value }) => (
          <Field key={field} label={labelOf(field)} {...(value === '' && { validationMessage: UNKNOWN })}>
            <Select
              className={styles.input}
              select={{ className: styles.input }}
              value={value}
              onChange={(_, data) => type(field, data.value)}
            >
              {['', ...values].map((one) => (
                <option key={one} value={one}>
                  {one === '' ? 'Not known' : one}
                </option>
              ))}
            </Select>
          </Field>
        ))}
        {numbers.map(({ id, label, text, value }) => (
          <Field
            key={id}
            label={label}
            {...(value === undefined && {
              validationMessage: text.trim() === '' ? UNKNOWN : 'Type a number.',
            })}
          >
            <Input
              className={styles.input}
              input={{ className: styles.input }}
              inputMode="decimal"
              value={text}
              onChange={(_, data) => type(id, data.value)}
            />
          </Field>
        ))}
      </div>
      {found && (
        <>
          <FigureCards
            figures={[
              {
                label: `${who} earns`,
                value: money(found.earns),
                details: found.rate === null ? [] : [`${percent(found.rate)} of the deal`],
              },
              {
                label: 'Then in the year',
                value: money(found.after),
                details: [
                  `${money(found.before)} without it`,
                  ...(found.othersEarn === 0 ? [] : [`others earn ${money(found.othersEarn)} by it`]),
                ],
              },
            ]}
          />
          <Lines
            label="Where it comes from"
            one="line"
            lines={found.lines.map(({ says, amount: cents }) => ({
              name: says,
              value: money(cents),
              details: [],
            }))}
          />
        </>
      )}
    </Section>
  );
}
