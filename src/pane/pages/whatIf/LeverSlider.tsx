import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { TextLink } from '../../parts/TextLink';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column' },
  head: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '12px' },
  label: { ...typographyStyles.body1, color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere' },
  value: { ...typographyStyles.body1Strong, flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  // The browser's own: it keeps to forced colours, and Fluent's has a style that browsers complain of.
  slider: {
    width: '100%',
    height: '28px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: '4px' },
  },
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
      <input
        type="range"
        id={id}
        className={styles.slider}
        // In hundredths, of which each is a step.
        min={Math.round(props.min * 100)}
        max={Math.round(props.max * 100)}
        value={Math.round(value * 100)}
        aria-valuetext={shown(value)}
        onChange={({ target }) => props.onChange(target.valueAsNumber / 100)}
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
