import { Field, makeStyles, Select } from '@fluentui/react-components';

const useStyles = makeStyles({
  // As narrow as the pane, however long its longest choice is.
  select: { minWidth: 0, width: '100%' },
});

/** One of a few texts, which say themselves what they are. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly string[];
  /** What stands for an empty value, where there may be none. */
  readonly none?: string;
  readonly onChange: (value: string) => void;
}) {
  const styles = useStyles();
  return (
    <Field label={props.label}>
      <Select
        className={styles.select}
        select={{ className: styles.select }}
        value={props.value}
        onChange={(_, { value }) => props.onChange(value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    </Field>
  );
}
