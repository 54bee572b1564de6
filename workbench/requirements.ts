import { readFileSync } from 'node:fs';

/** Microsoft's npm client ends at this version of ExcelApi; the stand-in advertises no more. */
const NEWEST = 15;

export function isSetSupported(newest: number) {
  return (name: string, version: string | number = '1.1'): boolean => {
    if (name === 'DelayForCellEdit') return true;
    const [major, minor] = String(version).split('.').map(Number);
    return name === 'ExcelApi' && major === 1 && (minor ?? 0) <= Math.min(newest, NEWEST);
  };
}

const DEBUG_BUILD = require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
let versions: ReadonlyMap<string, number> | undefined;

/** The minor version of ExcelApi that brought a member, by "worksheet.customproperties"; read from the client's debug build. */
function versionsOfMembers(): ReadonlyMap<string, number> {
  const found = readFileSync(DEBUG_BUILD, 'utf8').matchAll(
    /_throwIfApiNotSupported\("([\w.]+)", _defaultApiSetName, "1\.(\d+)"/g,
  );
  return new Map([...found].map(([, member = '', minor]) => [member.toLowerCase(), Number(minor)]));
}

/** Whether an Excel of that version has a member. The client knows, and leaves it to Excel to refuse. */
export function isOffered(newest: number) {
  return (className: string, member: string): boolean => {
    versions ??= versionsOfMembers();
    return (versions.get(`${className}.${member}`.toLowerCase()) ?? 1) <= newest;
  };
}
