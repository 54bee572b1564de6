import '@testing-library/jest-dom';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { FunnelFinding } from '../../src/engine/analyses/funnel/finding';
import { AgeingSection } from '../../src/pane/pages/funnel/AgeingSection';
import { Cohorts } from '../../src/pane/pages/funnel/FunnelPage';
import { TrendSection } from '../../src/pane/pages/funnel/TrendSection';
import { FINDINGS } from '../support/funnelFinding';

const { events } = FINDINGS;
const shown = (section: ReactElement): HTMLElement =>
  render(<FluentProvider theme={webLightTheme}>{section}</FluentProvider>).container;

it('compares no open deal with wins that there are not', () => {
  const nothing = { n: 0, median: null, q75: null, q90: null, slowest: null };
  const { ageing } = events;
  const counts = { usual: 0, slow: 0, beyondAll: 0, unknown: ageing.deals.length };
  const unwon: FunnelFinding = {
    ...events,
    ageing: {
      ...ageing,
      benchmark: nothing,
      counts,
      deals: ageing.deals.map((deal) => ({ ...deal, standing: 'unknown' })),
    },
  };
  const section = shown(<AgeingSection funnel={unwon} />);
  expect(section).toHaveTextContent('No deal with dates has been won yet, so there is no measure');
  expect(section).not.toHaveTextContent('slowest win');
});

it('calls cohorts of months months', () => {
  const monthly: FunnelFinding = {
    ...events,
    cohorts: events.cohorts.map((cohort, i) => ({ ...cohort, period: `2024-0${i + 1}` })),
  };
  expect(shown(<Cohorts funnel={events} minimum={5} />)).toHaveTextContent('By quarter created');
  const section = shown(<Cohorts funnel={monthly} minimum={5} />);
  expect(section).toHaveTextContent('By month created');
  expect(section).not.toHaveTextContent(/quarter/i);
  expect(screen.getByRole('img', { name: /by month created/ })).toBeInTheDocument();
});

it('does not say of a cohort without its early closes that its rate can still rise', () => {
  const [first, ...others] = events.cohorts;
  const partial = { ...first!, mature: false, incomplete: true };
  const mature = others.map((cohort) => ({ ...cohort, mature: true }));
  const section = shown(<Cohorts funnel={{ ...events, cohorts: [partial, ...mature] }} minimum={5} />);
  expect(section).toHaveTextContent('“Partial”: deals of the quarter that closed before the records begin');
  expect(section).not.toHaveTextContent('so far');
});

describe('the trend', () => {
  const trend = events.trend!;

  it('names a shift down and one up', () => {
    const drift = {
      oddsRatio: 1.5,
      down: { p: 0.01, alarm: '2023-05', since: '2023-03' },
      up: { p: 0.02, alarm: '2023-11', since: '2023-10' },
    };
    const section = shown(<TrendSection funnel={{ ...events, trend: { ...trend, drift } }} minimum={5} />);
    expect(section).toHaveTextContent('A lasting shift down most likely began in');
    expect(section).toHaveTextContent('A lasting shift up most likely began in');
  });

  it('says that nothing could be tested where all ended alike', () => {
    const slope = { perMonth: null, p: 1, verdict: 'none' } as const;
    const section = shown(<TrendSection funnel={{ ...events, trend: { ...trend, slope } }} minimum={5} />);
    expect(section).toHaveTextContent('No trend can be tested');
    expect(section).not.toHaveTextContent('beyond chance');
  });
});
