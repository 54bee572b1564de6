import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { TextLink } from '../parts/TextLink';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import type { IssueGroup } from '../../app/issueGroups';
import type { WordedIssue } from '../../app/run';
import { usePane } from '../context';
import { count } from '../format';
import { Disclosure } from '../parts/Disclosure';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px', margin: 0, padding: 0, listStyle: 'none' },
  label: { display: 'flex', gap: '8px', alignItems: 'start' },
  icon: { flexShrink: 0, width: '16px', height: '16px', marginTop: '2px' },
  warning: { color: tokens.colorStatusWarningForeground3 },
  note: { color: tokens.colorNeutralForeground3 },
  item: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Issues by kind; each opens to its places, which a click selects in the workbook. */
export function IssueList({ groups }: { readonly groups: readonly IssueGroup[] }) {
  const styles = useStyles();
  return (
    <div>
      {groups.map((group) => (
        <Disclosure
          key={`${group.severity} ${group.code}`}
          label={
            <span className={styles.label}>
              {group.severity === 'note' ? (
                <InfoRegular className={mergeClasses(styles.icon, styles.note)} aria-label="Note:" />
              ) : (
                <WarningRegular className={mergeClasses(styles.icon, styles.warning)} aria-label="Warning:" />
              )}
              {group.title}
            </span>
          }
          end={count(group.count)}
        >
          <ul className={styles.list}>
            {group.examples.map((issue, i) => (
              <li key={i} className={styles.item}>
                {issue.message} <PlaceLink issue={issue} />
              </li>
            ))}
            {group.count > group.examples.length && (
              <li className={styles.item}>
                These are the first {count(group.examples.length)} of {count(group.count)}. The sheet
                “Leadline Data quality” lists them all.
              </li>
            )}
          </ul>
        </Disclosure>
      ))}
    </div>
  );
}

/** "Deals, row 12": selects the cell. */
function PlaceLink({ issue }: { readonly issue: WordedIssue }) {
  const { actions, canShowCells } = usePane();
  const { sheet, row, column } = issue;
  if (sheet === null) return null;
  const place = row === null ? sheet : `${sheet}, ${column === null ? `row ${row}` : `${column}${row}`}`;
  if (!canShowCells) return <span>{place}</span>;
  return (
    <TextLink
      onClick={() =>
        void actions.showCell({
          sheet,
          ...(row !== null && { row }),
          ...(column !== null && { column }),
        })
      }
    >
      {place}
    </TextLink>
  );
}
