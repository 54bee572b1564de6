import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { RangeInput } from './RangeInput';
import { TextLink } from './TextLink';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column' },
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '12px' },
  label: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  value: { ...typographyStyles.body1Strong, flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  foot: {
    ...typographyStyles.caption1,
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    minHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** So many steps lie between two whole numbers; 1 unless said. */
  readonly steps?: number;
  readonly shown: (value: number) => string;
  /** What it is by itself, and whether it is something else now. */
  readonly usual: number;
  readonly isMoved: boolean;
  readonly onChange: (value: number) => void;
  readonly onReset: () => void;
}

/** A number with its value beside its name, and a way back. */
export function Slider(props: SliderProps) {
  const styles = useStyles();
  const id = useId();
  const { label, value, shown, steps = 1 } = props;
  const inSteps = (number: number): number => Math.round(number * steps);
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <span className={styles.value}>{shown(value)}</span>
      </div>
      <RangeInput
        id={id}
        min={inSteps(props.min)}
        max={inSteps(props.max)}
        value={inSteps(value)}
        aria-valuetext={shown(value)}
        onChange={({ target }) => props.onChange(target.valueAsNumber / steps)}
      />
      <div className={styles.foot}>
        <span>{shown(props.min)}</span>
        {props.isMoved && (
          <TextLink onClick={props.onReset} aria-label={`Reset ${label} to ${shown(props.usual)}`}>
            Reset to {shown(props.usual)}
          </TextLink>
        )}
        <span>{shown(props.max)}</span>
      </div>
    </div>
  );
}
