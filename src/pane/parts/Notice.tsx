import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** What a page has to say before anything else. */
export const Notice = (props: { readonly intent: 'info' | 'warning'; readonly children: ReactNode }) => (
  <MessageBar intent={props.intent} layout="multiline" politeness="polite">
    <MessageBarBody>{props.children}</MessageBarBody>
  </MessageBar>
);
