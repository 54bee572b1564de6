import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  Tab,
  TabList,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { type ComponentType, Suspense, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Actions } from './actions';
import { useMarkStyles } from './charts/marks';
import { PaneProvider } from './context';
import { useKeptFocus } from './keptFocus';
import { AboutPage } from './pages/AboutPage';
import { DataPage } from './pages/DataPage';
import { ANALYSIS_PAGES } from './pages/analysisPages';
import { StartPage } from './pages/StartPage';
import type { PaneHost } from './paneHost';
import { ErrorBoundary } from './parts/ErrorBoundary';
import { LiveRegion } from './parts/LiveRegion';
import type { Page } from './state';
import { type Store, usePaneState } from './store';
import { THEMES } from './theme';

const TABS: readonly { readonly page: Page; readonly label: string; readonly Shown: ComponentType }[] = [
  { page: 'data', label: 'Data', Shown: DataPage },
  ...ANALYSIS_PAGES,
  { page: 'about', label: 'About', Shown: AboutPage },
];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', minHeight: '100vh' },
  nav: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    paddingInline: '4px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // A narrow pane shows them in two rows: none is hidden.
  tabs: { flexWrap: 'wrap' },
  loading: { ...typographyStyles.body1, margin: '16px', color: tokens.colorNeutralForeground2 },
});

/** What the browser draws itself (the calendar of a date, scroll bars) follows Office's theme, not the system's. */
const useSchemes = makeStyles({
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  contrast: { colorScheme: 'light dark' },
});

export function App(props: { readonly host: PaneHost; readonly store: Store; readonly actions: Actions }) {
  const styles = useStyles();
  const marks = useMarkStyles();
  const schemes = useSchemes();
  const { host, store, actions } = props;
  const state = usePaneState(store);
  const theme = useSyncExternalStore(
    (listener) => host.onThemeChanged(listener),
    () => host.theme.kind,
  );
  const pane = useMemo(
    () => ({
      state,
      actions,
      canShowCells: host.supports('showCell'),
      canAddSample: host.supports('addSampleSheets'),
      canRemove: host.supports('removeResults'),
    }),
    [state, actions, host],
  );
  useEffect(() => void actions.open(), [actions]);
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  const Shown = TABS.find(({ page }) => page === state.page)?.Shown ?? StartPage;
  return (
    // Dialogs copy the provider's own class to where they mount, so the layout stands on an element of its own.
    <FluentProvider theme={THEMES[theme]}>
      <div ref={root} className={mergeClasses(styles.root, schemes[theme], marks[theme])}>
        <ErrorBoundary onStartOver={actions.startOver}>
          <PaneProvider value={pane}>
            {state.page !== 'start' && (
              <nav className={styles.nav} aria-label="Pages">
                <TabList
                  className={styles.tabs}
                  size={TABS.length > 4 ? 'small' : 'medium'}
                  selectedValue={state.page}
                  onTabSelect={(_, { value }) => {
                    const tab = TABS.find((t) => t.page === value);
                    if (tab) actions.choosePage(tab.page);
                  }}
                >
                  {TABS.map(({ page, label }) => (
                    <Tab key={page} value={page}>
                      {label}
                    </Tab>
                  ))}
                </TabList>
              </nav>
            )}
            <Suspense fallback={<p className={styles.loading}>Loading …</p>}>
              <Shown />
            </Suspense>
          </PaneProvider>
        </ErrorBoundary>
        <LiveRegion text={state.announcement} />
      </div>
    </FluentProvider>
  );
}
