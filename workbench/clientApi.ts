/**
 * What Microsoft's client knows of Excel, read from the debug build of the npm package: its members, and which version of
 * ExcelApi brought them. Nothing of it is committed, and Node and the browser read the same.
 */
export interface ClientApi {
  /** Lower-cased members by class. */
  readonly members: Readonly<Record<string, readonly string[]>>;
  /** Minor version of ExcelApi by "worksheet.customproperties". Absent: 1. */
  readonly versions: Readonly<Record<string, number>>;
}

/** Microsoft's npm client ends at this version of ExcelApi; the stand-in advertises no more. */
export const NEWEST_API = 15;

/** Requirement sets beside ExcelApi that the stand-in keeps, with their versions. */
const OTHER_SETS = { DelayForCellEdit: '1.1' } as const;

/** `source` is the text of `excel-web-16.00.debug.js`. */
export function readClientApi(source: string): ClientApi {
  const members: Record<string, Set<string>> = {};
  const found = [
    ...source.matchAll(/Object\.defineProperty\((\w+)\.prototype, "(\w+)"/g),
    ...source.matchAll(/\b(\w+)\.prototype\.(\w+) = function/g),
  ];
  for (const [, className = '', member = ''] of found)
    (members[className] ??= new Set()).add(member.toLowerCase());
  const versions = source.matchAll(/_throwIfApiNotSupported\("([\w.]+)", _defaultApiSetName, "1\.(\d+)"/g);
  return {
    members: Object.fromEntries(Object.entries(members).map(([name, own]) => [name, [...own]])),
    versions: Object.fromEntries(
      [...versions].map(([, member = '', minor]) => [member.toLowerCase(), Number(minor)]),
    ),
  };
}

/** What an Excel of a version has. The client knows newer members, too, and leaves it to Excel to refuse them. */
export function apiOf(read: () => ClientApi, newest: number) {
  let known: ClientApi | undefined;
  const api = (): ClientApi => (known ??= read());
  return {
    isKnown: (className: string, member: string): boolean =>
      api().members[className]?.includes(member.toLowerCase()) ?? false,
    isOffered: (className: string, member: string): boolean =>
      (api().versions[`${className}.${member}`.toLowerCase()] ?? 1) <= newest,
  };
}

/** Requirement sets as an Excel advertises them: versions as texts. */
export const requirementSets = (newest: number): Readonly<Record<string, string>> => ({
  ExcelApi: `1.${Math.min(newest, NEWEST_API)}`,
  ...OTHER_SETS,
});

export function isSetSupported(newest: number) {
  const sets = requirementSets(newest);
  return (name: string, version: string | number = '1.1'): boolean => {
    const [major, minor] = String(version).split('.').map(Number);
    const [offeredMajor, offeredMinor] = (sets[name] ?? '0').split('.').map(Number);
    return major === offeredMajor && (minor ?? 0) <= (offeredMinor ?? -1);
  };
}
