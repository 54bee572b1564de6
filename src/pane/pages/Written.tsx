import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { TextLink } from '../parts/TextLink';
import { useState } from 'react';
import { usePane } from '../context';

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  // Large enough to be hit with a finger.
  link: { minHeight: '24px' },
});

/** What stands in the workbook: just written, whole from earlier, or broken off; and how to be rid of it. */
export function Written() {
  const styles = useStyles();
  const { state, actions, canShowCells } = usePane();
  const { written, results } = state;
  const sheets = written ?? results.sheets;
  if (results.kind === 'none') return null;
  if (results.kind === 'broken')
    return (
      <MessageBar intent="warning" layout="multiline" politeness="polite">
        <MessageBarBody>
          <MessageBarTitle>Writing was broken off.</MessageBarTitle>
          The Leadline sheets are not complete. Write again to complete them.
        </MessageBarBody>
        <Removal />
      </MessageBar>
    );
  return (
    <MessageBar intent={written ? 'success' : 'info'} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{written ? 'Written.' : 'In this workbook:'}</MessageBarTitle>
        <div className={styles.links}>
          {sheets.map(({ id, name }) =>
            canShowCells ? (
              <TextLink
                key={id}
                className={styles.link}

                onClick={() => void actions.showCell({ sheet: name, row: 1, column: 'A' })}
              >
                {name}
              </TextLink>
            ) : (
              <span key={id}>{name}</span>
            ),
          )}
        </div>
      </MessageBarBody>
      <Removal />
    </MessageBar>
  );
}

/** Deleting sheets cannot be undone in Excel, so it is asked once more. */
function Removal() {
  const { state, actions, canRemove } = usePane();
  const [asked, setAsked] = useState(false);
  if (!canRemove) return null;
  return (
    <MessageBarActions>
      <Button
        size="small"
        disabledFocusable={state.task !== undefined}
        onBlur={() => setAsked(false)}
        onClick={() => {
          if (asked) void actions.removeResults();
          setAsked(!asked);
        }}
      >
        {asked ? 'Remove for good?' : 'Remove results'}
      </Button>
    </MessageBarActions>
  );
}
