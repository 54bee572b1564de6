import { makeStyles } from '@fluentui/react-components';
import { Text } from '../parts/Text';
import { TextLink } from '../parts/TextLink';
import { canRun } from '../actions';
import { usePane } from '../context';
import { count } from '../format';
import { ActionBar } from '../parts/ActionBar';
import { Page } from '../parts/Page';
import { Section } from '../parts/Section';
import { staleness } from '../state';
import { IssueList } from './IssueList';
import { Questions } from './Questions';
import { StageMapEditor } from './StageMapEditor';
import { TableCard } from './TableCard';

const useStyles = makeStyles({
  tables: { display: 'flex', flexDirection: 'column', gap: '12px' },
});

/** What was found on the sheets, how it is read, and what is wrong with it. */
export function DataPage() {
  const styles = useStyles();
  const { state, actions } = usePane();
  const { recognised, run } = state;
  // After a run the issues of its rows are known as well as those of recognition.
  const answered = run !== undefined && staleness(state) === undefined;
  const shown = answered ? run.view : recognised;
  const questions = shown?.questions ?? [];
  const issues = (shown?.issues ?? []).filter((g) => g.severity !== 'blocking');
  const used = recognised?.tables.filter((t) => t.used) ?? [];
  const others = recognised?.tables.filter((t) => !t.used) ?? [];
  const stages = state.settings.mapping.stages ?? run?.view.stages ?? [];
  const ready = answered && !run.view.blocked;
  return (
    <>
      <Page title="Data">
        {questions.length > 0 && <Questions questions={questions} tables={recognised?.tables ?? []} />}
        <Section
          title="Tables found"
          lead={
            recognised
              ? 'Check what each table is and how its columns are read. What you change is kept in this workbook.'
              : undefined
          }
        >
          {!recognised && <Text>The workbook has not been read yet.</Text>}
          {recognised && used.length === 0 && (
            <Text>
              No table looks like opportunities or their history. A table needs a row of headers and rows
              below it.
            </Text>
          )}
          <div className={styles.tables}>
            {[...used, ...others].map((table) => (
              <TableCard
                key={`${table.mapping.source}/${table.mapping.sheet}/${table.mapping.headerRow}`}
                table={table}
                counts={answered ? run.view.inputs : []}
              />
            ))}
          </div>
        </Section>
        {stages.length > 0 && (
          <Section
            title="Stages"
            lead="In the order in which a deal passes them. “Ignored” stages are left out."
          >
            <StageMapEditor stages={stages} />
          </Section>
        )}
        {recognised && (
          <Section
            title={issues.length > 0 ? `Issues found (${count(issues.length)})` : 'Issues found'}
            lead={
              issues.length > 0
                ? 'Every row that was left out or is doubtful is listed, with its place.'
                : undefined
            }
          >
            {issues.length > 0 ? (
              <IssueList groups={issues} />
            ) : (
              <Text>{answered ? 'None.' : 'Rows are checked when you run.'}</Text>
            )}
          </Section>
        )}
      </Page>
      {recognised ? (
        <ActionBar
          action={ready ? 'See the funnel' : 'Run'}
          disabled={!ready && !canRun(state)}
          onAction={() => {
            actions.choosePage('funnel');
            if (!ready) void actions.run();
          }}
        >
          <TextLink disabled={state.task !== undefined} onClick={() => void actions.readWorkbook()}>
            Read again
          </TextLink>
        </ActionBar>
      ) : (
        <ActionBar action="Read this workbook" onAction={() => void actions.readWorkbook()} />
      )}
    </>
  );
}
