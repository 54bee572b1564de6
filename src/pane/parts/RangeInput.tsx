import { makeStyles, tokens } from '@fluentui/react-components';
import type { ComponentProps } from 'react';

const useStyles = makeStyles({
  // The browser's own: it keeps to forced colours, and Fluent's has a style that browsers complain of.
  root: {
    width: '100%',
    height: '28px',
    margin: 0,
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: '4px' },
  },
});

/** The handle of a slider on its line. */
export const RangeInput = (props: Omit<ComponentProps<'input'>, 'type' | 'className'>) => (
  <input type="range" className={useStyles().root} {...props} />
);
