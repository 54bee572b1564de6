import '@testing-library/jest-dom';
import { act, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { useKeptFocus } from '../../src/pane/keptFocus';

function Pages(props: { readonly page: string; readonly isDecided: boolean }) {
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  return (
    <div>
      <div ref={root}>
        <button>Tab of a page</button>
        <main key={props.page}>
          <h1 tabIndex={-1}>{props.page}</h1>
          <section>
            <select aria-label="Read as" />
            <p>{props.isDecided && <button>Let it decide</button>}</p>
          </section>
        </main>
      </div>
    </div>
  );
}
/** Observers are told after the change. */
const settle = () => act(() => Promise.resolve());

let hasFocus: jest.SpyInstance<boolean>;
beforeEach(() => {
  // jsdom has the focus only while an element has it.
  hasFocus = jest.spyOn(document, 'hasFocus').mockReturnValue(true);
});
afterEach(() => hasFocus.mockRestore());

it('stays beside what has gone, and goes to the title of another page', async () => {
  const { rerender } = render(<Pages page="Data" isDecided />);
  screen.getByRole('button', { name: 'Let it decide' }).focus();
  rerender(<Pages page="Data" isDecided={false} />);
  await settle();
  expect(screen.getByRole('combobox', { name: 'Read as' })).toHaveFocus();
  rerender(<Pages page="Funnel" isDecided={false} />);
  await settle();
  expect(screen.getByRole('heading', { name: 'Funnel' })).toHaveFocus();
});

it('moves nothing while the focus stands, after a click on nothing, and in a pane without the focus', async () => {
  const { rerender } = render(<Pages page="Data" isDecided />);
  const tab = screen.getByRole('button', { name: 'Tab of a page' });
  tab.focus();
  rerender(<Pages page="Funnel" isDecided />);
  await settle();
  expect(tab).toHaveFocus();

  screen.getByRole('button', { name: 'Let it decide' }).focus();
  document.dispatchEvent(new Event('pointerdown'));
  rerender(<Pages page="Funnel" isDecided={false} />);
  await settle();
  expect(document.body).toHaveFocus();

  screen.getByRole('combobox', { name: 'Read as' }).focus();
  hasFocus.mockReturnValue(false);
  rerender(<Pages page="Data" isDecided={false} />);
  await settle();
  expect(document.body).toHaveFocus();
});
