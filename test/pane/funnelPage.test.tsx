import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import { recogniseSheets, runAnalysis } from '../../src/app/runAnalysis';
import { dayOf } from '../../src/engine/core/day';
import type { RawSheet } from '../../src/engine/dataset/rawTable';
import { memoryHost } from '../support/memoryHost';
import { dealsSheet } from '../support/paneEngine';
import { renderPane } from './renderPane';

jest.setTimeout(120_000);

/** Ann wins two of three, Bob one of three, of deals of two segments; one deal of Bob's has been open for long. */
const rows = Array.from({ length: 90 }, (_, i) => {
  const owner = i % 2 === 0 ? 'Ann' : 'Bob';
  const isWon = owner === 'Ann' ? i % 3 !== 0 : i % 3 === 0;
  const day = dayOf(2023, 1, 1) + i;
  return [owner, i % 4 < 2 ? 'Large' : 'Small', isWon ? 'Won' : 'Lost', day, day + 30, 10_000];
});
const deals: RawSheet = {
  ...dealsSheet,
  columnCount: 7,
  rows: [
    ['Deal ID', 'Owner', 'Segment', 'Status', 'Created', 'Closed', 'Amount'],
    ...rows.map((row, i) => [`D${i + 1}`, ...row]),
    ['Old', 'Bob', 'Large', 'Open', dayOf(2023, 1, 1), null, 10_000],
  ],
  formats: [[], [], [], [], [{ from: 1, format: 'yyyy-mm-dd' }], [{ from: 1, format: 'yyyy-mm-dd' }], []],
};

it('breaks down by two columns without a new run, shows a person, and leads to an old deal’s row', async () => {
  const host = memoryHost({ sheets: [deals] });
  const { user, store } = renderPane({ host, parts: { recogniseSheets, runAnalysis } });
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(store.get().run).toBeDefined());
  await user.click(screen.getByRole('tab', { name: 'Funnel' }));
  await screen.findByRole('heading', { name: 'Funnel', level: 1 });
  const { run } = store.get();

  const section = screen.getByRole('region', { name: 'Break-down' });
  await user.selectOptions(within(section).getByRole('combobox', { name: 'And by' }), 'segment');
  expect(await within(section).findByText('Ann · Large', { selector: 'title' })).toBeInTheDocument();
  expect(within(section).getByRole('img', { name: /by owner and segment/ })).toHaveAccessibleName(
    /Bob · Small: \d+% of \d+/,
  );
  expect(store.get().run).toBe(run);
  await user.click(within(section).getByRole('button', { name: 'How sure is this?' }));
  expect(within(section).getByText(/of 90 decided deals/)).toBeVisible();

  const people = screen.getByRole('region', { name: 'People' });
  await user.selectOptions(within(people).getByRole('combobox', { name: 'Person' }), 'Bob');
  const bob = run!.view.analyses.funnel!.people.find(({ person }) => person === 'Bob')!;
  expect(within(people).getByText('Against the company').nextSibling).toHaveTextContent(
    { above: 'probably above', below: 'probably below', unclear: 'the difference could be chance' }[
      bob.standing
    ],
  );
  expect(within(people).getByRole('list', { name: 'Open deals of Bob that age' })).toHaveTextContent(
    'older than the slowest win',
  );

  const ageing = screen.getByRole('region', { name: 'Open deals that age' });
  await user.click(within(ageing).getByRole('button', { name: 'Show in sheet: Old' }));
  await waitFor(() => expect(host.shown).toEqual([{ sheet: 'Deals', row: 92, column: 'A' }]));
});

/** Through which stages these deals went: three of four came to a proposal, after 10 days. */
const history: RawSheet = {
  ...dealsSheet,
  sheet: 'History',
  columnCount: 3,
  rows: [
    ['Opportunity ID', 'To Stage', 'Changed'],
    ...rows.flatMap(([, , outcome, created], i) => [
      [`D${i + 1}`, 'Qualification', Number(created)],
      ...(i % 4 > 0 || outcome === 'Won' ? [[`D${i + 1}`, 'Proposal', Number(created) + 10]] : []),
      [`D${i + 1}`, `Closed ${String(outcome)}`, Number(created) + 30],
    ]),
  ],
  formats: [[], [], [{ from: 1, format: 'yyyy-mm-dd' }]],
};

it('says of every part with estimates how sure it is, and of each stage', async () => {
  const { user, store } = renderPane({
    host: memoryHost({ sheets: [deals, history] }),
    parts: { recogniseSheets, runAnalysis },
  });
  await user.click(screen.getByRole('button', { name: 'Read this workbook' }));
  await waitFor(() => expect(store.get().run).toBeDefined());
  await user.click(screen.getByRole('tab', { name: 'Funnel' }));
  await screen.findByRole('heading', { name: 'Funnel', level: 1 });
  const stages = within(screen.getByRole('region', { name: 'Each stage' }));
  for (const { name } of store.get().run!.view.analyses.funnel!.stages)
    await user.click(stages.getByRole('button', { name: new RegExp(`^${name}`) }));
  const withoutWord = screen
    .getAllByRole('region')
    .filter((part) => within(part).queryAllByRole('button', { name: 'How sure is this?' }).length === 0);
  expect(withoutWord.map((part) => part.querySelector('h2')?.textContent)).toEqual(['Assumptions']);
  await user.click(stages.getAllByRole('button', { name: 'How sure is this?' })[0]!);
  expect(stages.getByText(/followed from the day they entered/)).toBeVisible();
});
