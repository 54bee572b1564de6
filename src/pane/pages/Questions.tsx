import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { DateOrder } from '../../engine/dataset/mapping';
import type { Recognition, RecognisedTable } from '../../engine/dataset/recognise';
import { ROLE_IDS, ROLES } from '../../engine/dataset/roles';
import type { Question } from '../../app/protocol';
import { usePane } from '../context';
import { withDateOrder, withField, withRole, withTable } from '../mappingEdits';
import { Section } from '../parts/Section';

const useStyles = makeStyles({ list: { display: 'flex', flexDirection: 'column', gap: '12px' } });

/** What Leadline must know before it can go on; it never guesses. */
export function Questions(props: { readonly questions: readonly Question[]; readonly tables: Recognition }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  return (
    <Section title={props.questions.length === 1 ? 'A question first' : 'Questions first'}>
      <div className={styles.list}>
        {props.questions.map((question, i) => (
          <MessageBar key={i} intent="warning" layout="multiline" politeness="polite">
            <MessageBarBody>
              <MessageBarTitle>{question.title}</MessageBarTitle>
              {question.message}
            </MessageBarBody>
            {answersTo(question, props.tables).length > 0 && (
              <MessageBarActions>
                {answersTo(question, props.tables).map(({ label, table }) => (
                  <Button
                    key={label}
                    size="small"
                    disabledFocusable={state.task !== undefined}
                    onClick={() => void actions.changeMapping(withTable(state.settings.mapping, table))}
                  >
                    {label}
                  </Button>
                ))}
              </MessageBarActions>
            )}
          </MessageBar>
        ))}
      </div>
    </Section>
  );
}

interface Answer {
  readonly label: string;
  readonly table: Parameters<typeof withTable>[1];
}
const ORDERS: readonly { readonly order: DateOrder; readonly label: string }[] = [
  { order: 'dmy', label: 'Day first' },
  { order: 'mdy', label: 'Month first' },
];

/** The decisions that would settle a question; none where only the tables below can. */
function answersTo({ issue }: Question, tables: Recognition): readonly Answer[] {
  const table = tables.find((t) => isAt(t, issue.place));
  switch (issue.code) {
    case 'dateOrderAmbiguous':
      return table
        ? ORDERS.map(({ order, label }) => ({
            label,
            table: withDateOrder(table.mapping, issue.facts.header, order),
          }))
        : [];
    case 'columnAmbiguous': {
      const role = table?.mapping.role;
      if (!table || !role || role === 'ignored') return [];
      const field = ROLES[role].fields.find(
        (f) => f.id === issue.facts.field || f.label === issue.facts.field,
      );
      return field
        ? issue.facts.choices.map((header) => ({
            label: header,
            table: withField(table.mapping, header, field.id),
          }))
        : [];
    }
    case 'roleAmbiguous': {
      const role = ROLE_IDS.find((r) => r === issue.facts.role || ROLES[r].title === issue.facts.role);
      return role
        ? issue.facts.choices.flatMap((sheet) => {
            const chosen = tables.find((t) => t.mapping.sheet === sheet);
            return chosen ? [{ label: sheet, table: withRole(chosen.mapping, role) }] : [];
          })
        : [];
    }
    default:
      return [];
  }
}

const isAt = (table: RecognisedTable, place: Question['issue']['place']): boolean =>
  place !== undefined && table.mapping.source === place.source && table.mapping.sheet === place.sheet;
