import '@testing-library/jest-dom';
import { act, screen, waitFor } from '@testing-library/react';
import { expectNoFindings } from '../support/axeStructure';
import { dealsSheet, paneEngine } from '../support/paneEngine';
import { memoryHost } from '../support/memoryHost';
import { renderPane } from './renderPane';

jest.setTimeout(60_000);

it('has names, roles and order on every page', async () => {
  const { user } = renderPane();
  await expectNoFindings();
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await screen.findByRole('button', { name: 'See the funnel' });
  await user.click(screen.getByRole('button', { name: /^Columns/ }));
  await expectNoFindings();
  await user.click(screen.getByRole('button', { name: 'See the funnel' }));
  // A page is loaded when it is first shown.
  await screen.findByRole('heading', { name: 'Funnel' });
  await expectNoFindings();
  for (const toggle of screen.getAllByRole('button', { name: /^Show as table/ })) await user.click(toggle);
  await user.click(screen.getByRole('button', { name: 'All at their usual values' }));
  await expectNoFindings();
  await user.click(screen.getByRole('button', { name: 'Write to workbook' }));
  await screen.findByRole('dialog');
  await expectNoFindings();
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('tab', { name: 'About' }));
  await expectNoFindings();
});

it('announces what happens without moving the focus', async () => {
  const { user } = renderPane({ parts: paneEngine() });
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  const status = screen.getByRole('status');
  expect(status).toHaveAttribute('aria-live', 'polite');
  await waitFor(() => expect(status).toHaveTextContent('The result is ready.'));
});

it('follows the theme of the host', async () => {
  const host = memoryHost({ sheets: [dealsSheet], theme: 'light' });
  renderPane({ host });
  /** Fluent keeps its theme as custom properties in a style sheet of its own. */
  const ground = (): string =>
    [...document.querySelectorAll('style')]
      .flatMap((style) => [...(style.sheet?.cssRules ?? [])])
      .map((rule) => /--colorNeutralBackground1:\s*([^;]+)/.exec(rule.cssText)?.[1] ?? '')
      .join('');
  expect(ground()).toBe('#ffffff');
  act(() => host.setTheme('dark'));
  await waitFor(() => expect(ground()).toBe('#292929'));
});
