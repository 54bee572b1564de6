import { makeStyles } from '@fluentui/react-components';
import { LEVERS, type Supposed } from '../../../engine/analyses/levers';
import { usePane } from '../../context';
import { change } from '../../format';
import { LeverSlider } from './LeverSlider';

/** A hand needs no more; the Inputs sheet takes every value. */
const REACH = 0.5;

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '12px' } });

/** The levers that every analysis feels. */
export function LeverSliders({ supposed }: { readonly supposed: Supposed }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const inForce = (id: string): number => Number(state.run?.view.values[id] ?? 0);
  function set(id: string, value: number | undefined): void {
    const { [id]: _, ...others } = supposed.values;
    const isAsRun = value === undefined || value === inForce(id);
    actions.suppose({ ...supposed, values: isAsRun ? others : { ...others, [id]: value } });
  }
  return (
    <div className={styles.root}>
      {LEVERS.map((lever) => {
        const value = Number(supposed.values[lever.id] ?? inForce(lever.id));
        return (
          <LeverSlider
            key={lever.id}
            label={lever.label}
            value={value}
            min={Math.max(lever.min, Math.min(-REACH, value))}
            max={Math.min(lever.max, Math.max(REACH, value))}
            shown={change}
            usual={inForce(lever.id)}
            isMoved={lever.id in supposed.values}
            onChange={(next) => set(lever.id, next)}
            onReset={() => set(lever.id, undefined)}
          />
        );
      })}
    </div>
  );
}
