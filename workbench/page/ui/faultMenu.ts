import type { Host } from '../../host';
import type { FaultKind } from '../../faults';
import type { Book } from '../../store/book';
import { writeCells } from '../../store/cells';
import { moveRows } from '../../store/rows';
import { deleteSheet } from '../../store/sheets';
import { button, element } from './element';

const KINDS = {
  requestTooLarge: 'What is sent is too large',
  responseTooLarge: 'What is read is too large',
  throttled: 'Excel is busy',
  sessionLost: 'Session lost',
  accessDenied: 'Access denied',
  dialogOpen: 'A dialog is open',
  general: 'Excel fails inside',
} as const satisfies Partial<Record<FaultKind, string>>;

/** What a person might do just then. */
const ACTS: readonly (readonly [label: string, act: (book: Book) => void])[] = [
  [
    'types into the sheet being shown',
    (book) => writeCells(book.active, { row: 1, column: 30, rows: 1, columns: 1 }, 'typed meanwhile'),
  ],
  [
    'inserts a row at the top of the last sheet',
    (book) => {
      const sheet = book.sheets.at(-1);
      if (sheet) moveRows(book, sheet, 0, 1);
    },
  ],
  [
    'deletes the last sheet',
    (book) => {
      const sheet = book.sheets.at(-1);
      if (sheet && book.sheets.length > 1) deleteSheet(book, sheet);
    },
  ],
  [
    'protects the last sheet',
    (book) => {
      const sheet = book.sheets.at(-1);
      if (sheet) sheet.protected = true;
    },
  ],
];

/** Lets a person see how Leadline behaves when Excel does not do what it is asked. */
export function makeFaultMenu(host: Host, changed: () => void, say: (message: string) => void): HTMLElement {
  const { faults, book } = host;
  const count = (label: string, min: number, value: number): HTMLInputElement =>
    element('input', { type: 'number', min, max: 99, value, 'aria-label': label });
  const after = count('Requests that succeed before', 0, 0);
  // The add-in itself tries once more after what usually passes: only the second failure is a person's.
  const times = count('Requests that fail', 1, 2);
  const late = element('input', { type: 'checkbox' });
  const wait = (): number => Math.max(0, Number(after.value) || 0);
  const section = (title: string, ...children: readonly Node[]) =>
    element('section', { 'aria-label': title }, element('h2', {}, title), ...children);
  const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) =>
    button(KINDS[kind], () => {
      const often = Math.max(1, Number(times.value) || 1);
      faults.inject(kind, { after: wait(), times: often, late: late.checked });
      const from = wait() === 0 ? 'from the next request on' : `after ${wait()} requests`;
      say(`“${KINDS[kind]}” will happen ${often === 1 ? 'once' : `${often} times`}, ${from}.`);
    }),
  );
  const acts = ACTS.map(([label, act]) =>
    button(`A person ${label}`, () => {
      faults.userActs((given) => {
        act(given);
        changed();
      }, wait());
      say(`A person ${label} ${wait() === 0 ? 'before the next request' : `after ${wait()} requests`}.`);
    }),
  );
  const toggle = (label: string, set: (on: boolean) => void): HTMLElement => {
    const made = button(label, () => {
      const on = made.getAttribute('aria-pressed') !== 'true';
      made.setAttribute('aria-pressed', String(on));
      set(on);
      changed();
      say(`${label}: ${on ? 'on' : 'off'}.`);
    });
    made.setAttribute('aria-pressed', 'false');
    return made;
  };
  const states = [
    toggle('Cell edit mode', (on) => (on ? faults.startCellEdit() : faults.endCellEdit())),
    toggle('This sheet is protected', (on) => void (book.active.protected = on)),
    toggle('The workbook’s structure is protected', (on) => void (book.structureProtected = on)),
  ];
  const clear = button('No faults', () => {
    faults.clear();
    book.structureProtected = false;
    for (const sheet of book.sheets) sheet.protected = false;
    for (const state of states) state.setAttribute('aria-pressed', 'false');
    changed();
    say('No faults any more.');
  });
  return element(
    'div',
    { class: 'faults' },
    section('Until it is switched off', ...states),
    section(
      'A few times',
      element('label', {}, 'After ', after, ' more requests, for ', times, ' of them'),
      element('label', {}, late, ' Excel does the first of them, and only its answer is lost'),
      ...kinds,
    ),
    section('While Leadline works', ...acts),
    clear,
  );
}
