import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { counted } from '../format';
import { TextLink } from './TextLink';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '12px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { ...typographyStyles.body1, overflowWrap: 'anywhere' },
  value: { ...typographyStyles.body1Strong, fontVariantNumeric: 'tabular-nums' },
  detail: { ...typographyStyles.caption1, gridColumn: '1 / -1', color: tokens.colorNeutralForeground3 },
  links: { ...typographyStyles.caption1, gridColumn: '1 / -1', display: 'flex', gap: '16px' },
  more: { margin: 0 },
});

export interface Line {
  readonly name: string;
  readonly value: string;
  readonly details: readonly string[];
  /** What can be done with it. */
  readonly links?: ReactNode;
}

/** Shown at first, and at most. */
const FEW = 6;
const MANY = 100;

/** Things with a number each and what there is to say of them; a few at first. Narrower than a table of as many columns. */
export function Lines(props: {
  readonly label: string;
  readonly lines: readonly Line[];
  /** "deal", and more of them: "deals" unless said. */
  readonly one: string;
  readonly many?: string;
}) {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const { label, lines, one, many } = props;
  const most = Math.min(MANY, lines.length);
  const more = all
    ? 'Show fewer'
    : most < lines.length
      ? `Show the first ${most} of ${counted(lines.length, one, many)}`
      : `Show all ${counted(most, one, many)}`;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {lines.slice(0, all ? MANY : FEW).map(({ name, value, details, links }, i) => (
          // Two lines may bear one name.
          <li key={i} className={styles.item}>
            <span className={styles.name}>{name}</span>
            <span className={styles.value}>{value}</span>
            {details.map((detail) => (
              <span key={detail} className={styles.detail}>
                {detail}
              </span>
            ))}
            {links !== undefined && <span className={styles.links}>{links}</span>}
          </li>
        ))}
      </ul>
      {lines.length > FEW && (
        <p className={styles.more}>
          <TextLink onClick={() => setAll(!all)} aria-label={`${more}: ${label}`}>
            {more}
          </TextLink>
        </p>
      )}
    </>
  );
}
