import { makeStyles } from '@fluentui/react-components';
import { withoutComponent } from '../../../engine/analyses/compensation/planRows/planEdits';
import { KINDS } from '../../../engine/analyses/compensation/planRows/words';
import { Disclosure } from '../../parts/Disclosure';
import { Text } from '../../parts/Text';
import { TextLink } from '../../parts/TextLink';
import { type Editing, TABLES, cellsOf } from './editing';
import { Modifiers } from './Modifiers';
import { Tiers } from './Tiers';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '8px 12px',
    alignItems: 'start',
  },
});

/** Fields that most components need; the others open below. */
const FIRST = ['component', 'kind', 'basis', 'period'];
const NAMES: ReadonlySet<string> = new Set(['plan', ...FIRST]);

/** One component: its fields, its tiers as a table, its modifiers. */
export function ComponentEditor(props: Editing & { readonly at: number; readonly isOnly: boolean }) {
  const styles = useStyles();
  const { shaped, plan, component, at } = props;
  const cell = cellsOf(props);
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
