/**
 * What Microsoft's client knows of Excel, read from the debug build of the npm package: every member of every class, what
 * it is called on the wire, and which version of ExcelApi brought it. Nothing of it is committed, and Node and the browser
 * read the same.
 */
export interface ClientMember {
  /** As an add-in writes it, "getRange". */
  readonly name: string;
  readonly kind: 'value' | 'object' | 'method' | 'item' | 'event';
  /** As the wire has it, "GetRange"; some setters have a name of their own, "Gridlines" for `showGridlines`. */
  readonly wire: readonly string[];
  readonly settable: boolean;
  /** Minor version of ExcelApi. */
  readonly since: number;
}
/** By class. What the client does alone, such as `toJSON`, is left out. */
export type ClientApi = Readonly<Record<string, readonly ClientMember[]>>;

/** Microsoft's npm client ends at this version of ExcelApi; the stand-in advertises no more. */
export const NEWEST_API = 15;

/** Requirement sets beside ExcelApi that the stand-in keeps, with their versions. */
const OTHER_SETS = { DelayForCellEdit: '1.1' } as const;

const EXCEL = '(function (Excel) {';
const MEMBER = /Object\.defineProperty\((\w+)\.prototype, "(\w+)"|\b(\w+)\.prototype\.(\w+) = function/g;
const OVERRIDDEN_SETTER =
  /function (\w+_Set)\(thisObj, value\) \{[^}]*?_invokeSetProperty\(thisObj, "(\w+)"/g;
/** What the body of a member does, by which its kind is known; the first that fits. */
const KINDS = [
  ['event', /new OfficeExtension\.\w*EventHandlers\([^]*?_this\.(_\w+)\(/],
  ['item', /_createIndexerObject\(/],
  ['object', /_createPropertyObject\([^,]*, this, "(\w+)"/],
  ['method', /(?:_createMethodObject\([^,]*, this|_invokeMethod\(this), "(\w+)"/],
  ['value', /_throwIfNotLoaded\("(\w+)"/],
] as const satisfies readonly (readonly [ClientMember['kind'], RegExp])[];

/** `script` is the text of `excel-web-16.00.debug.js`. */
export function readClientApi(script: string): ClientApi {
  // Other programs have classes of the same names.
  const begin = script.indexOf(EXCEL);
  const source = script.slice(begin, script.indexOf('})(Excel', begin));
  const overridden = new Map(
    [...source.matchAll(OVERRIDDEN_SETTER)].map(([, setter, wire]) => [setter, wire]),
  );
  const classes: Record<string, ClientMember[]> = {};
  const found = [...source.matchAll(MEMBER)];
  found.forEach((match, i) => {
    const className = match[1] ?? match[3] ?? '';
    const name = match[2] ?? match[4] ?? '';
    // The code of a member ends at the latest where the next begins.
    const body = source.slice(match.index, found[i + 1]?.index);
    const does = whatItDoes(body);
    if (!does) return;
    const setter = /_CC\.(\w+_Set)\(this, value\)/.exec(body)?.[1];
    const set = /_invokeSetProperty\(this, "(\w+)"/.exec(body)?.[1];
    const since = /_throwIfApiNotSupported\("[\w.]+", _defaultApiSetName, "1\.(\d+)"/.exec(body)?.[1];
    (classes[className] ??= []).push({
      name,
      kind: does.kind,
      wire: [does.wire ?? name, set, setter && overridden.get(setter)].filter((w) => w !== undefined),
      settable: set !== undefined,
      since: Number(since ?? 1),
    });
  });
  return classes;
}

function whatItDoes(body: string) {
  for (const [kind, pattern] of KINDS) {
    const match: RegExpExecArray | null = pattern.exec(body);
    if (match) return { kind, wire: match[1] };
  }
  return undefined;
}

export const isNamed = ({ name, wire }: ClientMember, wanted: string): boolean =>
  [name, ...wire].some((n) => n.toLowerCase() === wanted.toLowerCase());

/** What an Excel of a version has. The client knows newer members, too, and leaves it to Excel to refuse them. */
export function apiOf(read: () => ClientApi, newest: number) {
  let known: ClientApi | undefined;
  const asked = new Map<string, ClientMember | undefined>();
  const member = (className: string, wanted: string): ClientMember | undefined => {
    const key = `${className}.${wanted}`;
    if (!asked.has(key))
      asked.set(
        key,
        (known ??= read())[className]?.find((m) => isNamed(m, wanted)),
      );
    return asked.get(key);
  };
  return {
    isKnown: (className: string, wanted: string): boolean => member(className, wanted) !== undefined,
    isOffered: (className: string, wanted: string): boolean =>
      (member(className, wanted)?.since ?? 1) <= newest,
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
