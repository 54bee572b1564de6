import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { TextLink } from './TextLink';
import { useState, type ReactNode } from 'react';
import { DataTable } from './DataTable';
import { HowSure } from './HowSure';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  foot: { display: 'flex', justifyContent: 'space-between', gap: '12px', alignItems: 'start' },
  note: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  toggle: { ...typographyStyles.caption1, flexShrink: 0, minHeight: '24px' },
});

/** A chart that can be read as a table instead. */
export function Figure(props: {
  readonly label: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: ReactNode;
  /** How sure it is: method, number of deals and interval, in sentences. */
  readonly sure?: readonly string[];
  /** The chart. */
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={styles.root}>
      {asTable ? <DataTable label={props.label} headers={props.headers} rows={props.rows} /> : props.children}
      <div className={styles.foot}>
        <p className={styles.note}>{props.note}</p>
        <TextLink
          className={styles.toggle}
          onClick={() => setAsTable(!asTable)}
          aria-label={asTable ? `Show as chart: ${props.label}` : `Show as table: ${props.label}`}
        >
          {asTable ? 'Show as chart' : 'Show as table'}
        </TextLink>
      </div>
      {props.sure && <HowSure sentences={props.sure} />}
    </div>
  );
}
