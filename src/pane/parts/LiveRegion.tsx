import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** Tells screen readers what changed, without moving the focus. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div className={useStyles().hidden} role="status" aria-live="polite">
      {text}
    </div>
  );
}
