import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { ErrorBoundary } from '../../src/pane/parts/ErrorBoundary';

it('offers to start over instead of going blank', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined); // React reports what the boundary caught
  let isBroken = true;
  const Page = () => {
    if (isBroken) throw new Error('cannot read stage');
    return <p>Here again</p>;
  };
  const onStartOver = jest.fn(() => {
    isBroken = false;
  });
  render(
    <FluentProvider theme={webLightTheme}>
      <ErrorBoundary onStartOver={onStartOver}>
        <Page />
      </ErrorBoundary>
    </FluentProvider>,
  );
  const user = userEvent.setup();
  expect(screen.getByRole('alert')).toHaveTextContent('Your workbook was not changed.');
  await user.click(screen.getByRole('button', { name: 'Copy details' }));
  await expect(navigator.clipboard.readText()).resolves.toContain('cannot read stage');
  await user.click(screen.getByRole('button', { name: 'Start over' }));
  expect(onStartOver).toHaveBeenCalledTimes(1);
  expect(screen.getByText('Here again')).toBeVisible();
});
