import { Button, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { isOf, withModifier, withoutRow } from '../../../engine/analyses/compensation/planRows/planEdits';
import { MODIFIERS } from '../../../engine/analyses/compensation/planRows/modifierColumns';
import { Text } from '../../parts/Text';
import { columnOf, type Editing, cellsOf } from './editing';
import { KIND_OF, kindOf } from './modifierKinds';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '8px 12px',
    alignItems: 'start',
  },
  modifier: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  strong: { ...typographyStyles.body1Strong },
});

/** The rules beside the rates; of one component, or of the whole plan. */
export function Modifiers(props: Editing) {
  const styles = useStyles();
  const { shaped, plan, component } = props;
  const cell = cellsOf(props);
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
