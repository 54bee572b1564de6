import { makeStyles } from '@fluentui/react-components';
import { STAGE_LEVERS, stageLeverOf, withStageLever, type Supposed } from '../../../engine/analyses/levers';
import { usePane } from '../../context';
import { counted, percent } from '../../format';
import { Disclosure } from '../../parts/Disclosure';
import { LeverSlider } from './LeverSlider';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '12px' } });

/** What single stages are supposed to convert, beginning from what was measured. */
export function StageSliders({ supposed }: { readonly supposed: Supposed }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const stages = state.run?.view.analyses.funnel?.stages.filter(({ stepRate }) => stepRate.estimate !== null);
  if (!stages || stages.length === 0) return null;
  const { id } = STAGE_LEVERS;
  const before = state.run?.view.tables[id] ?? [];
  const rows = supposed.tables[id] ?? before;
  const moved = stages.filter(({ name }) => stageLeverOf(rows, name) !== undefined);
  function set(name: string, share: number | undefined): void {
    const next = withStageLever(rows, name, share);
    const { [id]: _, ...others } = supposed.tables;
    const isAsRun = JSON.stringify(next) === JSON.stringify(before);
    actions.suppose({ ...supposed, tables: isAsRun ? others : { ...others, [id]: next } });
  }
  return (
    <Disclosure
      label="Single stages"
      end={moved.length === 0 ? 'as measured' : counted(moved.length, 'supposed', 'supposed')}
      flush
    >
      <div className={styles.root}>
        {stages.map(({ name, stepRate }) => {
          const measured = stepRate.estimate ?? 0;
          const own = stageLeverOf(rows, name);
          return (
            <LeverSlider
              key={name}
              label={`Of ${name} goes on`}
              value={own ?? measured}
              min={0.01}
              max={1}
              shown={percent}
              usual={measured}
              isMoved={own !== undefined}
              onChange={(next) => set(name, next)}
              onReset={() => set(name, undefined)}
            />
          );
        })}
      </div>
    </Disclosure>
  );
}
