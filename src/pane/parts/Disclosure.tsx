import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    ...typographyStyles.body1,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    width: '100%',
    minHeight: '32px',
    padding: '4px 0',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'none',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { color: tokens.colorBrandForegroundLinkHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  icon: { flexShrink: 0, width: '16px', height: '16px' },
  label: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  end: { flexShrink: 0, color: tokens.colorNeutralForeground2 },
  panel: { paddingInlineStart: '24px', paddingBlock: '4px 8px' },
  flush: { paddingInlineStart: 0 },
});

/** A line that opens to show more. */
export function Disclosure(props: {
  readonly label: ReactNode;
  readonly end?: ReactNode;
  readonly openAtFirst?: boolean;
  /** The panel uses the whole width. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const [isOpen, setOpen] = useState(props.openAtFirst ?? false);
  const id = useId();
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    <div>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Chevron className={styles.icon} />
        <span className={styles.label}>{props.label}</span>
        {props.end !== undefined && <span className={styles.end}>{props.end}</span>}
      </button>
      <div id={id} hidden={!isOpen} className={mergeClasses(styles.panel, props.flush && styles.flush)}>
        {isOpen && props.children}
      </div>
    </div>
  );
}
