import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  table: { ...typographyStyles.caption1, borderCollapse: 'collapse', width: '100%' },
  cell: {
    padding: '6px 8px 6px 0',
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground1,
    ':last-child': { paddingRight: 0 },
  },
  first: {
    textAlign: 'start',
    whiteSpace: 'normal',
    overflowWrap: 'break-word',
    minWidth: '88px',
    fontWeight: 400,
  },
  header: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    verticalAlign: 'bottom',
    whiteSpace: 'normal',
  },
});

/** Numbers beside a chart; the first column names the row. */
export function DataTable(props: {
  readonly label: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  const styles = useStyles();
  return (
    // Wider than a narrow pane, it scrolls; then the keyboard must reach it. No landmark: its section is one.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="group" aria-label={props.label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {props.headers.map((header, i) => (
              <th
                key={header}
                scope="col"
                className={mergeClasses(styles.cell, styles.header, i === 0 && styles.first)}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([name, ...cells], r) => (
            <tr key={r}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {name}
              </th>
              {cells.map((cell, c) => (
                <td key={c} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
