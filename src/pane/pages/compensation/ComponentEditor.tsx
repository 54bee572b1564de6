import { Button, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ModifierKind } from '../../../engine/analyses/compensation/plan';
import {
  isOf,
  type PlanTableId,
  withCell,
  withModifier,
  withoutComponent,
  withoutRow,
  withTier,
} from '../../../engine/analyses/compensation/planRows/planEdits';
import {
  MODIFIERS,
  type ModifierColumn,
} from '../../../engine/analyses/compensation/planRows/modifierColumns';
import { PLAN_TABLES } from '../../../engine/analyses/compensation/planRows/planTables';
import { shareColumns } from '../../../engine/analyses/compensation/planRows/shareColumns';
import { KINDS } from '../../../engine/analyses/compensation/planRows/words';
import type { EditedCell, EditedRow } from '../../../engine/report/editableTable';
import { Disclosure } from '../../parts/Disclosure';
import { Text } from '../../parts/Text';
import { TextLink } from '../../parts/TextLink';
import { CellField } from './CellField';
import type { ShapedPlans } from './usePlans';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '8px 12px',
    alignItems: 'start',
  },
  tiers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr)) 24px',
    gap: '4px',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
  // What a rate is of, and on what it pays: a second line, with room below before the next tier.
  second: {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '4px',
    paddingBottom: '8px',
  },
  out: { minWidth: '24px', width: '24px' },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  modifier: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  strong: { ...typographyStyles.body1Strong },
  problem: { ...typographyStyles.caption1, margin: 0, color: tokens.colorPaletteRedForeground1 },
  add: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'center' },
});

/** Columns of a table by id: header, help and choices are those of the sheet. */
const TABLES = Object.fromEntries(PLAN_TABLES.map((table) => [table.id, table]));
const columnOf = (table: PlanTableId, column: string) =>
  TABLES[table]?.columns.find(({ id }) => id === column) ?? { header: column, note: undefined };

/** Fields that most components need; the others open below. */
const FIRST = ['component', 'kind', 'basis', 'period'];
const NAMES: ReadonlySet<string> = new Set(['plan', ...FIRST]);

/** What every editor of a plan's rows gets. */
export interface Editing {
  readonly shaped: ShapedPlans;
  readonly plan: string;
  /** The row of a component; undefined for the whole plan. */
  readonly component: EditedRow | undefined;
}

function useCell({ shaped, component }: Editing) {
  return (table: PlanTableId, at: number, column: string, hiddenLabel = false, label?: string) => {
    const row = shaped.tables[table]?.[at] ?? {};
    const { header, note } = columnOf(table, column);
    const choices =
      table === 'planModifiers' ? modifierChoices(row, column) : TABLES[table]?.choices?.[column];
    return (
      <CellField
        key={column}
        label={label ?? header}
        hiddenLabel={hiddenLabel}
        value={row[column] ?? null}
        isShare={shareColumns[table](row, component).includes(column)}
        choices={choices}
        hint={hiddenLabel || choices ? undefined : note}
        problem={shaped.saysAt(table, at, column)}
        onChange={(value: EditedCell) => shaped.change(withCell(shaped.tables, table, at, column, value))}
      />
    );
  };
}

/** One component: its fields, its tiers as a table, its modifiers. */
export function ComponentEditor(props: Editing & { readonly at: number; readonly isOnly: boolean }) {
  const styles = useStyles();
  const { shaped, plan, component, at } = props;
  const cell = useCell(props);
  const name = String(component?.['component'] ?? '');
  const kind = String(component?.['kind'] ?? '');
  const others = (TABLES['planComponents']?.columns ?? []).filter(({ id }) => !NAMES.has(id));
  const problem = shaped.saysAt('planComponents', at, undefined);
  const needsRate = kind === KINDS.rate || kind === KINDS.pool;
  const asFirst = needsRate ? ['rate', 'unit'] : [];
  return (
    <Disclosure label={name} end={kind} openAtFirst={props.isOnly} flush>
      <div className={styles.root}>
        {problem && <Text look="problem">{problem}</Text>}
        <div className={styles.pair}>
          {[...FIRST, ...asFirst].map((column) => cell('planComponents', at, column))}
        </div>
        {!needsRate && kind !== KINDS.measure && <Tiers {...props} name={name} kind={kind} />}
        <Modifiers {...props} />
        <Disclosure label="More of this component">
          <div className={styles.root}>
            {others.filter(({ id }) => !asFirst.includes(id)).map(({ id }) => cell('planComponents', at, id))}
          </div>
        </Disclosure>
        <div>
          <TextLink
            aria-label={`Remove component ${name}`}
            onClick={() => shaped.change(withoutComponent(shaped.tables, plan, name))}
          >
            Remove this component
          </TextLink>
        </div>
      </div>
    </Disclosure>
  );
}

/** Bands with their rates, points of a curve, or ranks of a contest, as the rows of a table. */
function Tiers(props: Editing & { readonly name: string; readonly kind: string }) {
  const styles = useStyles();
  const { shaped, plan, name, kind } = props;
  const cell = useCell(props);
  const rows = (shaped.tables['planTiers'] ?? []).flatMap((row, at) => (isOf(row, plan, name) ? [at] : []));
  const isBands = kind === KINDS.tiers;
  const word = isBands ? 'Tier' : kind === KINDS.contest ? 'Rank' : 'Point';
  const columns = ['from', 'to', 'rate'];
  const below = isBands ? ['unit', 'how'] : ['unit'];
  return (
    <div className={styles.root} role="group" aria-label={`${word}s of ${name}`}>
      {rows.length > 0 && (
        <div className={styles.tiers}>
          {columns.map((column) => (
            <span key={column} className={styles.head} aria-hidden="true">
              {columnOf('planTiers', column).header}
            </span>
          ))}
          <span />
          {rows.map((at, i) => {
            const problem = shaped.saysAt('planTiers', at, undefined);
            return [
              ...columns.map((column) => (
                <div key={`${at} ${column}`}>
                  {cell(
                    'planTiers',
                    at,
                    column,
                    true,
                    `${word} ${i + 1}: ${columnOf('planTiers', column).header}`,
                  )}
                </div>
              )),
              <Button
                key={`${at} out`}
                className={styles.out}
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={`Remove ${word.toLowerCase()} ${i + 1} of ${name}`}
                onClick={() => shaped.change(withoutRow(shaped.tables, 'planTiers', at))}
              />,
              <div key={`${at} second`} className={styles.second}>
                {below.map((column) =>
                  cell(
                    'planTiers',
                    at,
                    column,
                    true,
                    `${word} ${i + 1}: ${columnOf('planTiers', column).header}`,
                  ),
                )}
              </div>,
              problem ? (
                <p key={`${at} problem`} className={`${styles.problem} ${styles.wide}`}>
                  {problem}
                </p>
              ) : null,
            ];
          })}
        </div>
      )}
      <div>
        <Button
          size="small"
          aria-label={`Add a ${word.toLowerCase()} to ${name}`}
          onClick={() => shaped.change(withTier(shaped.tables, plan, name))}
        >
          {`Add a ${word.toLowerCase()}`}
        </Button>
      </div>
    </div>
  );
}

const KIND_OF = new Map(
  // The keys of the record are the kinds.
  (Object.keys(MODIFIERS) as ModifierKind[]).map((kind) => [MODIFIERS[kind].says.toLowerCase(), kind]),
);
const kindOf = (row: EditedRow): ModifierKind | undefined =>
  KIND_OF.get(
    String(row['modifier'] ?? '')
      .trim()
      .toLowerCase(),
  );

function modifierChoices(row: EditedRow, column: string): readonly string[] | undefined {
  const kind = kindOf(row);
  const use = kind && MODIFIERS[kind].columns[column as ModifierColumn];
  return use?.is === 'choice' ? Object.values(use.words) : undefined;
}

/** The rules beside the rates; of one component, or of the whole plan. */
export function Modifiers(props: Editing) {
  const styles = useStyles();
  const { shaped, plan, component } = props;
  const cell = useCell(props);
  const owner = String(component?.['component'] ?? '');
  const whose = owner === '' ? 'the whole plan' : owner;
  const rows = (shaped.tables['planModifiers'] ?? []).flatMap((row, at) =>
    isOf(row, plan, owner) ? [{ row, at }] : [],
  );
  const kinds = [...KIND_OF.values()].filter((kind) => {
    const { of } = MODIFIERS[kind];
    return of === 'both' || of === (owner === '' ? 'plan' : 'component');
  });
  return (
    <div className={styles.root} role="group" aria-label={`Modifiers of ${whose}`}>
      {rows.map(({ row, at }) => {
        const kind = kindOf(row);
        const columns = kind ? Object.keys(MODIFIERS[kind].columns) : ['modifier'];
        const says = String(row['modifier'] ?? 'Modifier');
        const problem =
          shaped.saysAt('planModifiers', at, undefined) ?? shaped.saysAt('planModifiers', at, 'modifier');
        return (
          <div key={at} className={styles.modifier}>
            <div className={styles.line}>
              <span className={styles.strong}>{says}</span>
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={`Remove ${says.toLowerCase()} of ${whose}`}
                onClick={() => shaped.change(withoutRow(shaped.tables, 'planModifiers', at))}
              />
            </div>
            <div className={styles.pair}>
              {columns.map((column) =>
                cell(
                  'planModifiers',
                  at,
                  column,
                  false,
                  `${says}: ${columnOf('planModifiers', column).header.toLowerCase()}`,
                ),
              )}
            </div>
            {problem && <Text look="problem">{problem}</Text>}
          </div>
        );
      })}
      <Select
        size="small"
        aria-label={`Add a modifier to ${whose}`}
        value=""
        onChange={(_, { value }) => {
          const kind = KIND_OF.get(value.toLowerCase());
          if (kind) shaped.change(withModifier(shaped.tables, plan, owner, kind));
        }}
      >
        <option value="">Add a threshold, gate, cap …</option>
        {kinds.map((kind) => (
          <option key={kind} value={MODIFIERS[kind].says}>
            {MODIFIERS[kind].says}
          </option>
        ))}
      </Select>
    </div>
  );
}
