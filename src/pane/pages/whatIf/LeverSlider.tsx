import { makeStyles, Slider, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { TextLink } from '../../parts/TextLink';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column' },
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '12px' },
  label: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  value: { ...typographyStyles.body1Strong, flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  // Fluent's own margin would push the track out of the column.
  slider: { marginInline: '-8px' },
  foot: {
    ...typographyStyles.caption1,
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    minHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
});

/** A share with its value beside its name, and a way back. */
export function LeverSlider(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly shown: (value: number) => string;
  /** What it is without the lever, and whether it is that now. */
  readonly usual: number;
  readonly isMoved: boolean;
  readonly onChange: (value: number) => void;
  readonly onReset: () => void;
}) {
  const styles = useStyles();
  const id = useId();
  const { label, value, shown } = props;
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <span className={styles.value}>{shown(value)}</span>
      </div>
      <Slider
        id={id}
        className={styles.slider}
        // In hundredths, of which each is a step: a step that is named draws a mark for each.
        min={Math.round(props.min * 100)}
        max={Math.round(props.max * 100)}
        value={Math.round(value * 100)}
        aria-valuetext={shown(value)}
        onChange={(_, data) => props.onChange(data.value / 100)}
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
