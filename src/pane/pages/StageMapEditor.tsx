import { Button, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { useLayoutEffect, useRef } from 'react';
import type { StageKind, StageMap } from '../../engine/dataset/mapping';
import { usePane } from '../context';
import { withStageKind, withStageMoved } from '../mappingEdits';
import { STAGE_KINDS } from '../../engine/dataset/mapping';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 92px auto auto',
    gap: '4px',
    alignItems: 'center',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  name: { ...typographyStyles.body1, overflowWrap: 'anywhere', paddingInlineEnd: '4px' },
});

const KIND_LABELS: Readonly<Record<StageKind, string>> = {
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  ignored: 'Ignored',
};

/** The order of the stages and what each means. */
export function StageMapEditor({ stages }: { readonly stages: StageMap }) {
  const styles = useStyles();
  const { state, actions } = usePane();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ readonly stage: string; readonly by: number } | undefined>(undefined);
  const change = (next: StageMap): void =>
    void actions.changeMapping({ ...state.settings.mapping, stages: next });

  // The browser drops the focus of a row that is put elsewhere; the same button of the same stage keeps it.
  useLayoutEffect(() => {
    const { stage, by } = moved.current ?? {};
    moved.current = undefined;
    const row = stages.findIndex((s) => s.name === stage);
    const item = list.current?.children[row];
    item?.querySelectorAll('button')[by === -1 ? 0 : 1]?.focus();
  }, [stages]);

  return (
    <ol ref={list} className={styles.list}>
      {stages.map((stage, i) => (
        <li key={stage.name} className={styles.item}>
          <span className={styles.name}>{stage.name}</span>
          <Select
            size="small"
            aria-label={`What ${stage.name} means`}
            value={stage.kind}
            onChange={(_, { value }) =>
              change(withStageKind(stages, i, STAGE_KINDS.find((k) => k === value) ?? stage.kind))
            }
          >
            {STAGE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {KIND_LABELS[kind]}
              </option>
            ))}
          </Select>
          {([-1, 1] as const).map((by) => (
            <Button
              key={by}
              size="small"
              appearance="subtle"
              icon={by === -1 ? <ArrowUpRegular /> : <ArrowDownRegular />}
              aria-label={`Move ${stage.name} ${by === -1 ? 'up' : 'down'}`}
              disabledFocusable={stages[i + by] === undefined}
              onClick={() => {
                moved.current = { stage: stage.name, by };
                change(withStageMoved(stages, i, by));
              }}
            />
          ))}
        </li>
      ))}
    </ol>
  );
}
