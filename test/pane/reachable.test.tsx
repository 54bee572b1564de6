import '@testing-library/jest-dom';
import { act, screen, waitFor } from '@testing-library/react';
import { renderPane } from './renderPane';

it('shows the dialog again that was hidden from screen readers, and gives it the focus; not one that closes', async () => {
  const { user } = renderPane();
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await user.click(await screen.findByRole('button', { name: 'See the funnel' }));
  await user.click(await screen.findByRole('button', { name: 'Write to workbook' }));
  const dialog = await screen.findByRole('dialog');
  // As the focus library does when it misses that the focus went in.
  act(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    dialog.setAttribute('aria-hidden', 'true');
  });
  await waitFor(() => expect(dialog).not.toHaveAttribute('aria-hidden'));
  expect(dialog).toContainElement(document.activeElement as HTMLElement); // a button has it
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('button', { name: 'Write to workbook' })).toHaveFocus();
});
