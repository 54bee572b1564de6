import type { ReactNode } from 'react';
import { canRun } from '../actions';
import { usePane } from '../context';
import { ActionBar } from '../parts/ActionBar';
import { staleness } from '../state';
import { WritePreview } from './WritePreview';

/** The next step from the data to the workbook: read, run, or write; in front of the last two what a page has to do first. */
export function RunBar(props: {
  readonly first?: { readonly action: string; readonly onAction: () => Promise<void> } | undefined;
  readonly children?: ReactNode;
}) {
  const { state, actions } = usePane();
  const { run, recognised } = state;
  const canWrite = run !== undefined && !run.view.blocked && staleness(state) === undefined;
  const next = !recognised
    ? { action: 'Read this workbook', onAction: actions.readWorkbook }
    : (props.first ??
      (canWrite
        ? { action: 'Write to workbook', onAction: actions.openPreview }
        : { action: run ? 'Run again' : 'Run', onAction: actions.run, disabled: !canRun(state) }));
  return (
    <>
      <WritePreview />
      <ActionBar {...next} onAction={() => void next.onAction()}>
        {props.children}
      </ActionBar>
    </>
  );
}
