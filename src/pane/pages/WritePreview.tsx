import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { SheetPreview } from '../../app/runView';
import { usePane } from '../context';
import { counted } from '../format';
import { useReachable } from '../reachable';

const useStyles = makeStyles({
  surface: { padding: '20px', maxWidth: 'calc(100vw - 32px)' },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    margin: '12px 0 0',
    padding: 0,
    listStyle: 'none',
  },
  head: { display: 'flex', justifyContent: 'space-between', gap: '12px', ...typographyStyles.body1Strong },
  state: { ...typographyStyles.caption1, flexShrink: 0, color: tokens.colorNeutralForeground2 },
  detail: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});

/** What writing would make, before it is made. */
export function WritePreview() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { preview, run } = state;
  const [dialog, setDialog] = useState<HTMLElement | null>(null);
  useReachable(dialog, preview !== undefined);
  return (
    <Dialog
      open={preview !== undefined}
      onOpenChange={(_, { open }) => {
        if (!open) actions.closePreview();
      }}
    >
      <DialogSurface
        ref={setDialog}
        className={styles.surface}
        onKeyDown={(event) => {
          // Office.js would take it for a wish to leave the pane for the cells.
          if (event.key === 'Escape') event.stopPropagation();
        }}
      >
        <DialogBody>
          <DialogTitle>Write to workbook</DialogTitle>
          <DialogContent>
            Only sheets that Leadline made are written to. Your own sheets stay as they are.
            <ul className={styles.list}>
              {run?.view.sheets.map((sheet) => {
                const name = preview?.names[sheet.id] ?? `Leadline ${sheet.title}`;
                return (
                  <li key={sheet.id}>
                    <div className={styles.head}>
                      <span>{name}</span>
                      <span className={styles.state}>
                        {preview?.existing.includes(name) ? 'refreshed' : 'new'}
                      </span>
                    </div>
                    <div className={styles.detail}>{contents(sheet)}</div>
                  </li>
                );
              })}
            </ul>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void actions.write()}>
              Write
            </Button>
            <Button onClick={actions.closePreview}>Not now</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const contents = (sheet: SheetPreview): string =>
  [
    sheet.tables.length > 0 && counted(sheet.tables.length, 'table'),
    sheet.charts.length > 0 && counted(sheet.charts.length, 'chart'),
    sheet.inputCells > 0 && counted(sheet.inputCells, 'cell to change', 'cells to change'),
  ]
    .filter(Boolean)
    .join(', ') || 'text';
