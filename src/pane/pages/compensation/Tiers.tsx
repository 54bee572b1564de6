import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { isOf, withoutRow, withTier } from '../../../engine/analyses/compensation/planRows/planEdits';
import { KINDS } from '../../../engine/analyses/compensation/planRows/words';
import { Text } from '../../parts/Text';
import { columnOf, type Editing, cellsOf } from './editing';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  tiers: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr)) 24px',
    gap: '4px',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
  // What a rate is of, and on what it pays: a second line, with room below before the next tier.
  second: {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: '4px',
    paddingBottom: '8px',
  },
  out: { minWidth: '24px', width: '24px' },
  head: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});

/** Bands with their rates, points of a curve, or ranks of a contest, as the rows of a table. */
export function Tiers(props: Editing & { readonly name: string; readonly kind: string }) {
  const styles = useStyles();
  const { shaped, plan, name, kind } = props;
  const cell = cellsOf(props);
  const rows = (shaped.tables['planTiers'] ?? []).flatMap((row, at) => (isOf(row, plan, name) ? [at] : []));
  const isBands = kind === KINDS.tiers;
  const word = isBands ? 'Tier' : kind === KINDS.contest ? 'Rank' : 'Point';
  const columns = ['from', 'to', 'rate'];
  const below = isBands ? ['unit', 'how'] : ['unit'];
  return (
    <div className={styles.root} role="group" aria-label={`${word}s of ${name}`}>
      {rows.length > 0 && (
        <div className={styles.tiers}>
          {columns.map((column) => (
            <span key={column} className={styles.head} aria-hidden="true">
              {columnOf('planTiers', column).header}
            </span>
          ))}
          <span />
          {rows.map((at, i) => {
            const problem = shaped.saysAt('planTiers', at, undefined);
            const label = (column: string): string =>
              `${word} ${i + 1}: ${columnOf('planTiers', column).header}`;
            return [
              ...columns.map((column) => (
                <div key={`${at} ${column}`}>{cell('planTiers', at, column, true, label(column))}</div>
              )),
              <Button
                key={`${at} out`}
                className={styles.out}
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={`Remove ${word.toLowerCase()} ${i + 1} of ${name}`}
                onClick={() => shaped.change(withoutRow(shaped.tables, 'planTiers', at))}
              />,
              <div key={`${at} second`} className={styles.second}>
                {below.map((column) => cell('planTiers', at, column, true, label(column)))}
              </div>,
              problem ? (
                <div key={`${at} problem`} className={styles.wide}>
                  <Text look="problem">{problem}</Text>
                </div>
              ) : null,
            ];
          })}
        </div>
      )}
      <div>
        <Button
          size="small"
          aria-label={`Add a ${word.toLowerCase()} to ${name}`}
          onClick={() => shaped.change(withTier(shaped.tables, plan, name))}
        >
          {`Add a ${word.toLowerCase()}`}
        </Button>
      </div>
    </div>
  );
}
