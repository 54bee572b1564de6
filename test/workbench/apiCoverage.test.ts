import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverageOf } from '../../workbench/apiCoverage';
import { calledMembers } from '../../workbench/apiCoverage/calledMembers';
import { readClientApi } from '../../workbench/clientApi';
import { installedApi } from '../../workbench/installedApi';

const ROOT = join(__dirname, '../..');
/** What the manifest asks Excel for. */
const REQUIRED = 13;

describe('the members of Excel that the add-in uses', () => {
  const { called, unbuilt, unknown, counts } = coverageOf(ROOT, installedApi());
  it('are all built in the stand-in, by names that Microsoft’s client has', () => {
    expect(called.length).toBeGreaterThan(150);
    expect(called.filter(({ built }) => !built)).toEqual([]);
    expect(unknown).toEqual([]);
    expect(counts.built).toBeGreaterThan(called.length);
  });
  it('are none newer than the manifest asks for', () => {
    expect(called.filter(({ since }) => since > REQUIRED)).toEqual([]);
  });
  it('are set apart from those that fail by name', () => {
    expect(unbuilt.find(({ className }) => className === 'Range')?.members).toContain('flashFill');
  });
});

it('finds what is read, set, called, destructured and loaded by name', () => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'called-'));
  try {
    mkdirSync(join(folder, 'src'));
    const options = { types: ['office-js'], target: 'es2022' };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options }));
    writeFileSync(
      join(folder, 'src', 'a.ts'),
      `export function a({ workbook }: Excel.RequestContext): void {
        const { tables } = workbook;
        tables.load('items/name, count');
        workbook.worksheets.getItem('x').visibility = 'Hidden';
        ({ values: 1 }).values;
      }`,
    );
    expect(calledMembers(folder).map(({ member }) => member)).toEqual([
      'RequestContext.workbook',
      'Table.name',
      'TableCollection.count',
      'TableCollection.items',
      'TableCollection.load',
      'Workbook.tables',
      'Workbook.worksheets',
      'Worksheet.visibility',
      'WorksheetCollection.getItem',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('reads of the client’s script what a member is, what the wire calls it, and which version brought it', () => {
  const member = (className: string, name: string) => installedApi()[className]?.find((m) => m.name === name);
  expect(member('Worksheet', 'showGridlines')).toEqual({
    name: 'showGridlines',
    kind: 'value',
    wire: ['showGridlines', 'ShowGridlines', 'Gridlines'],
    settable: true,
    since: 8,
  });
  expect(member('WorksheetCollection', 'onChanged')).toMatchObject({
    kind: 'event',
    wire: ['_RegisterDataChangedEvent'],
    since: 9,
  });
  expect(member('Range', 'text')).toMatchObject({ kind: 'value', settable: false, since: 1 });
  expect(member('Worksheet', 'charts')).toMatchObject({ kind: 'object' });
  expect(member('WorksheetCollection', 'getItem')).toMatchObject({ kind: 'item' });
  expect(member('Range', 'toJSON')).toBeUndefined();
  expect(readClientApi('')).toEqual({});
});
