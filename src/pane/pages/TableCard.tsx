import { makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { TextLink } from '../parts/TextLink';
import { useId } from 'react';
import type { RecognisedTable } from '../../engine/dataset/recognise';
import { ROLE_IDS, ROLES } from '../../engine/dataset/roles';
import type { RunView } from '../../app/runView';
import { usePane } from '../context';
import { confidence, counted } from '../format';
import {
  ACTIVITY_COUNT,
  isSameTable,
  STAGE_DATE,
  WIDE_MEASURE,
  withField,
  withoutTable,
  withRole,
  withTable,
} from '../mappingEdits';
import { Disclosure } from '../parts/Disclosure';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px 12px 8px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: { ...typographyStyles.body1Strong, margin: 0, overflowWrap: 'anywhere' },
  role: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: '8px',
    alignItems: 'center',
    color: tokens.colorNeutralForeground2,
  },
  muted: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  columns: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyle: 'none' },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(120px, 45%)',
    gap: '12px',
    alignItems: 'center',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  header: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  examples: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  letters: { color: tokens.colorNeutralForeground3 },
});

/** One table: what it is, how sure that is and why, and column by column how it is read. */
export function TableCard(props: { readonly table: RecognisedTable; readonly counts: RunView['inputs'] }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const id = useId();
  const { table } = props;
  const { mapping } = table;
  const decisions = state.settings.mapping;
  const counts = props.counts.find((c) => isSameTable(mapping, c));
  const isDecided = decisions.tables.some((t) => isSameTable(t, mapping));
  const role = mapping.role === 'ignored' || !table.used ? undefined : ROLES[mapping.role];
  return (
    <section className={styles.root} aria-labelledby={id}>
      <h3 id={id} className={styles.name}>
        {mapping.sheet}
      </h3>
      <label className={styles.role}>
        Read as
        <Select
          size="medium"
          value={role ? role.id : 'ignored'}
          onChange={(_, { value }) => {
            const chosen = ROLE_IDS.find((r) => r === value) ?? 'ignored';
            void actions.changeMapping(withTable(decisions, withRole(mapping, chosen)));
          }}
        >
          {ROLE_IDS.map((r) => (
            <option key={r} value={r}>
              {ROLES[r].title}
            </option>
          ))}
          <option value="ignored">Not used</option>
        </Select>
      </label>
      {counts && (
        <p className={styles.muted}>
          {counted(counts.rows, 'row')}: {counted(counts.used, 'used', 'used')},{' '}
          {counted(counts.excluded, 'left out', 'left out')}
        </p>
      )}
      <p className={styles.muted}>
        {isDecided ? (
          <>
            Set by you.{' '}
            <TextLink onClick={() => void actions.changeMapping(withoutTable(decisions, mapping))}>
              Let Leadline decide
            </TextLink>
          </>
        ) : (
          `Leadline is ${confidence(table.confidence)}: ${table.why}.`
        )}
      </p>
      {role && (
        <Disclosure
          label="Columns"
          end={`${table.columns.filter((c) => c.field).length} of ${table.columns.length} used`}
          flush
        >
          <ul className={styles.columns}>
            {table.columns.map((column) => (
              <li key={column.column} className={styles.column}>
                <div>
                  <div className={styles.header}>
                    {column.header} <span className={styles.letters}>{column.column}</span>
                  </div>
                  <div className={styles.examples} title={column.examples.join(' · ')}>
                    {column.examples.join(' · ') || 'empty'}
                  </div>
                </div>
                <Select
                  size="small"
                  aria-label={`What column ${column.header} is read as`}
                  value={column.field ?? ''}
                  onChange={(_, { value }) =>
                    void actions.changeMapping(
                      withTable(decisions, withField(mapping, column.header, value || undefined)),
                    )
                  }
                >
                  <option value="">Not used</option>
                  {role.fields.map((f) => (
                    <option key={f.id} value={f.id}>
                      {f.label}
                    </option>
                  ))}
                  <WideOption role={role.id} />
                </Select>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function WideOption(props: { readonly role: string }) {
  if (props.role === 'opportunities') return <option value={STAGE_DATE}>Date a stage was entered</option>;
  const measure = <option value={WIDE_MEASURE}>Results of one measure</option>;
  if (props.role === 'results') return measure;
  if (props.role === 'activities')
    return (
      <>
        <option value={ACTIVITY_COUNT}>Count of one activity</option>
        {measure}
      </>
    );
  return null;
}
