import { Field, Input, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import {
  FATES,
  fateOf,
  overrideOf,
  spelledAs,
  withFate,
  withOverride,
  type Fate,
} from '../../../engine/analyses/forecast/dealFates';
import type { DealForecast, ForecastFinding } from '../../../engine/analyses/forecast/finding';
import { DEAL_OVERRIDES, sameDeal } from '../../../engine/analyses/forecast/overrides';
import type { Supposed } from '../../../engine/analyses/levers';
import type { EditedRow } from '../../../engine/report/editableTable';
import { usePane } from '../../context';
import { ANY, counted, DASH, date, fieldText, money, percent, typedNumber } from '../../format';
import { Disclosure } from '../../parts/Disclosure';
import { Text } from '../../parts/Text';
import { amountText } from '../forecast/shown';

const FEW = 6;
const ID = DEAL_OVERRIDES.id;

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyle: 'none' },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  label: { display: 'flex', flexDirection: 'column' },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  fields: { display: 'flex', flexDirection: 'column', gap: '12px' },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '12px' },
  input: { minWidth: 0, width: '100%' },
});

/** Deal by deal: won, lost, later, left out, another amount. */
export function DealFates(props: { readonly forecast: ForecastFinding; readonly supposed: Supposed }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const [sought, setSought] = useState('');
  const { deals, dealsNotListed, basis } = props.forecast;
  const ids = deals.map(({ id }) => id);
  const before = spelledAs(state.run?.view.tables[ID] ?? [], ids);
  const rows = spelledAs(props.supposed.tables[ID] ?? before, ids);
  if (deals.length === 0) return <Text look="muted">No deal is open.</Text>;
  const told = (deal: DealForecast): boolean => overrideOf(rows, deal.id) !== undefined;
  const isSought = ({ id, owner, stage }: DealForecast): boolean =>
    [id, owner, stage].some((text) => text !== null && sameDeal(text).includes(sameDeal(sought)));
  const found = sought.trim() === '' ? deals : deals.filter(isSought);
  const shown = [...found.filter(told), ...found.filter((deal) => !told(deal)).slice(0, FEW)];
  function set(next: readonly EditedRow[]): void {
    const { [ID]: _, ...others } = props.supposed.tables;
    const isAsRun = JSON.stringify(next) === JSON.stringify(before);
    actions.suppose({ ...props.supposed, tables: isAsRun ? others : { ...others, [ID]: next } });
  }
  return (
    <>
      <Field label="Find a deal">
        <Input
          type="search"
          value={sought}
          placeholder="ID, owner or stage"
          onChange={(_, { value }) => setSought(value)}
        />
      </Field>
      <ul className={styles.list}>
        {shown.map((deal) => (
          <li key={deal.id} className={styles.item}>
            <Deal deal={deal} rows={rows} basis={basis} onChange={set} />
          </li>
        ))}
      </ul>
      <Text look="muted">
        {`${counted(shown.length, 'deal')} of ${counted(found.length, 'deal')} shown${
          found.length > shown.length ? ': type to find another' : ''
        }.${dealsNotListed > 0 ? ` ${counted(dealsNotListed, 'smaller deal')} cannot be picked here.` : ''}`}
      </Text>
    </>
  );
}

function Deal(props: {
  readonly deal: DealForecast;
  readonly rows: readonly EditedRow[];
  readonly basis: ForecastFinding['basis'];
  readonly onChange: (rows: readonly EditedRow[]) => void;
}) {
  const styles = useStyles();
  const { deal, rows, basis, onChange } = props;
  const row = overrideOf(rows, deal.id);
  const fate = fateOf(row);
  const close = row?.['close'];
  const amount = amountText(basis.unit);
  const said = fate === 'computed' && row?.['amount'] !== undefined ? 'Another amount' : FATES[fate];
  return (
    <Disclosure
      label={
        <span className={styles.label}>
          {deal.id}
          <span className={styles.detail}>
            {[
              amount(deal.amount),
              percent(deal.computed),
              deal.stage ?? DASH,
              ...(deal.expectedClose === null ? [] : [date(deal.expectedClose)]),
            ].join(' · ')}
          </span>
        </span>
      }
      {...(row !== undefined && { end: said })}
      flush
    >
      <div className={styles.fields}>
        <Field label="What becomes of it">
          <Select
            value={fate}
            onChange={(_, { value }) => {
              const chosen = (Object.keys(FATES) as Fate[]).find((f) => f === value) ?? 'computed';
              onChange(withFate(rows, deal, chosen, basis.asOf));
            }}
          >
            {Object.entries(FATES).map(([id, label]) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </Select>
        </Field>
        {fate !== 'lost' && fate !== 'omitted' && (
          <div className={styles.pair}>
            {basis.unit === 'amount' && (
              <AmountField
                key={String(row?.['amount'] ?? '')}
                cents={typeof row?.['amount'] === 'number' ? row['amount'] : undefined}
                usual={deal.amount}
                onChange={(cents) => onChange(withOverride(rows, deal.id, { amount: cents }))}
              />
            )}
            {(fate === 'later' || fate === 'won') && (
              <Field label="Closes on">
                <Input
                  type="date"
                  className={styles.input}
                  value={typeof close === 'string' ? close : ''}
                  onChange={(_, { value }) =>
                    onChange(withOverride(rows, deal.id, { close: value === '' ? null : value }))
                  }
                />
              </Field>
            )}
          </div>
        )}
      </div>
    </Disclosure>
  );
}

function AmountField(props: {
  readonly cents: number | undefined;
  readonly usual: number | null;
  readonly onChange: (cents: number | null) => void;
}) {
  const styles = useStyles();
  const [text, setText] = useState(props.cents === undefined ? '' : fieldText(ANY, props.cents / 100));
  const typed = text.trim() === '' ? null : typedNumber(ANY, text);
  const problem = typed === undefined || (typed !== null && typed < 0) ? 'Type an amount.' : undefined;
  function settle(): void {
    if (problem === undefined && typed !== undefined)
      props.onChange(typed === null ? null : Math.round(typed * 100));
  }
  return (
    <Field label="Amount" {...(problem && { validationMessage: problem })}>
      <Input
        inputMode="decimal"
        className={styles.input}
        value={text}
        placeholder={money(props.usual)}
        onChange={(_, { value }) => setText(value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
    </Field>
  );
}
