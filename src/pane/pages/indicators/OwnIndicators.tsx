import { makeStyles } from '@fluentui/react-components';
import { MEASURED, ownIndicatorsTable } from '../../../engine/analyses/indicators/ownIndicators';
import { sameName } from '../../../engine/dataset/values/sameName';
import { cellText, type EditedRow } from '../../../engine/report/editableTable';
import { usePane } from '../../context';
import { Disclosure } from '../../parts/Disclosure';
import { Lines } from '../../parts/Lines';
import { Section } from '../../parts/Section';
import { TextLink } from '../../parts/TextLink';
import { DefineIndicator } from './DefineIndicator';
import type { Shown } from './shown';

const ID = ownIndicatorsTable.id;

const useStyles = makeStyles({ link: { minHeight: '24px' } });

/** Indicators that a person defines: the rows of the table on the Inputs sheet. */
export function OwnIndicators({ finding }: Shown) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const rows = (state.settings.tables[ID] ?? state.run?.view.tables[ID] ?? []).filter(
    (row) => cellText(row, 'name') !== '',
  );
  function keep(next: readonly EditedRow[]): void {
    actions.changeTable(ID, next);
    void actions.run();
  }
  const isFound = (name: string): boolean =>
    finding.indicators.some((one) => sameName(one.name) === sameName(name));
  return (
    <Section
      title="Indicators of your own"
      lead="What is counted, narrowed down to a type, person or stage. They are kept on the sheet Leadline Inputs."
    >
      {rows.length > 0 && (
        <Lines
          label="Indicators of your own"
          one="indicator"
          lines={rows.map((row) => {
            const name = cellText(row, 'name');
            return {
              name,
              value: '',
              details: [
                isFound(name) ? told(row) : `${told(row)}. Nothing to compare came of it: see the Data page.`,
              ],
              links: (
                <TextLink
                  className={styles.link}
                  aria-label={`Remove ${name}`}
                  onClick={() => keep(rows.filter((other) => other !== row))}
                >
                  Remove
                </TextLink>
              ),
            };
          })}
        />
      )}
      <Disclosure label="Define an indicator" flush>
        <DefineIndicator
          finding={finding}
          isTaken={(name) =>
            isFound(name) || rows.some((row) => sameName(cellText(row, 'name')) === sameName(name))
          }
          onAdd={(row) => keep([...rows, row])}
        />
      </Disclosure>
    </Section>
  );
}

/** "Activities, type Call, person Ann, per Meetings". */
const told = (row: EditedRow): string =>
  [
    cellText(row, 'counted') || 'A standard for it',
    ...(['type', 'person', 'stage'] as const).flatMap((column) =>
      cellText(row, column) === '' ? [] : [`${column} ${cellText(row, column)}`],
    ),
    ...(cellText(row, 'measured') === MEASURED[1] ? ['by amount'] : []),
    ...(cellText(row, 'per') === '' ? [] : [`divided by ${cellText(row, 'per')}`]),
    ...(cellText(row, 'direction') === '' ? [] : [cellText(row, 'direction').toLowerCase()]),
    ...(cellText(row, 'target') === '' ? [] : [`target ${cellText(row, 'target')} a person`]),
  ].join(', ');
