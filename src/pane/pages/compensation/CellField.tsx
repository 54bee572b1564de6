import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { EditedCell } from '../../../engine/report/editableTable';
import { shareText, typedCell } from '../../format';

const useStyles = makeStyles({ input: { minWidth: 0, width: '100%' }, field: { minWidth: 0 } });

/** One cell of a plan's row: typed or chosen, with what is wrong with it beside it. */
export function CellField(props: {
  readonly label: string;
  /** Shown instead of the label in a table whose header says it. */
  readonly hiddenLabel?: boolean;
  readonly value: EditedCell;
  readonly isShare: boolean;
  readonly choices?: readonly string[] | undefined;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly onChange: (value: EditedCell) => void;
}) {
  const styles = useStyles();
  const { label, value, isShare, choices, problem } = props;
  const shown = typeof value === 'number' ? shareText(value, isShare) : String(value ?? '');
  const named = props.hiddenLabel ? { 'aria-label': label } : {};
  return (
    <Field
      className={styles.field}
      size="small"
      {...(!props.hiddenLabel && { label })}
      {...(problem !== undefined && { validationMessage: problem })}
      {...(props.hint !== undefined && { hint: props.hint })}
    >
      {choices ? (
        <Select
          {...named}
          className={styles.input}
          select={{ className: styles.input }}
          size="small"
          value={choices.find((choice) => choice.toLowerCase() === shown.trim().toLowerCase()) ?? shown}
          onChange={(_, data) => props.onChange(data.value === '' ? null : data.value)}
        >
          {!choices.some((choice) => choice.toLowerCase() === shown.trim().toLowerCase()) && (
            <option value={shown}>{shown === '' ? '–' : shown}</option>
          )}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : (
        <Typed {...named} shown={shown} isShare={isShare} onChange={props.onChange} />
      )}
    </Field>
  );
}

/** Taken over when the field is left, or with Enter: half a number is no answer. */
function Typed(props: {
  readonly 'aria-label'?: string;
  readonly shown: string;
  readonly isShare: boolean;
  readonly onChange: (value: EditedCell) => void;
}) {
  const styles = useStyles();
  const { shown, isShare, onChange, ...rest } = props;
  const [text, setText] = useState(shown);
  const [shownFor, setShownFor] = useState(shown);
  if (shownFor !== shown) {
    setShownFor(shown);
    setText(shown);
  }
  function settle(): void {
    if (text !== shown) onChange(typedCell(text, isShare));
  }
  return (
    <Input
      {...rest}
      className={styles.input}
      input={{ className: styles.input }}
      size="small"
      value={text}
      onChange={(_, data) => setText(data.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
      }}
    />
  );
}
