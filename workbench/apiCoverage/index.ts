import type { ClientApi, ClientMember } from '../clientApi';
import { isNamed } from '../clientApi';
import { type BuiltClass, builtMembers } from './builtMembers';
import { type Call, calledMembers } from './calledMembers';

export interface Coverage {
  /** Members that the add-in uses, with where. */
  readonly called: readonly (Call & {
    /** Minor version of ExcelApi. */
    readonly since: number;
    /** The stand-in has been taught it. */
    readonly built: boolean;
  })[];
  /** Members that Excel's client knows and the stand-in does not, by class, for classes of which it knows any. */
  readonly unbuilt: readonly { readonly className: string; readonly members: readonly string[] }[];
  /** Members of the stand-in that the client does not know: a name is wrong. */
  readonly unknown: readonly string[];
  readonly counts: { readonly known: number; readonly built: number; readonly classes: number };
}

const isBuilt = (built: BuiltClass, member: ClientMember): boolean => {
  const has = (names: ReadonlySet<string>): boolean => [...names].some((name) => isNamed(member, name));
  switch (member.kind) {
    case 'value':
      return member.name === 'items' ? built.isList : has(built.read) || has(built.set);
    case 'object':
      return has(built.objects);
    case 'method':
      return has(built.methods);
    case 'item':
      return built.hasItem;
    case 'event':
      return has(built.methods);
  }
};

/** `root` is the project's folder, whose `src` is looked through. */
export function coverageOf(root: string, api: ClientApi): Coverage {
  const built = builtMembers();
  const isThere = (className: string, member: ClientMember): boolean => {
    const own = built.get(className);
    return own !== undefined && isBuilt(own, member);
  };
  const memberOf = (className: string, name: string): ClientMember | undefined =>
    api[className]?.find((member) => isNamed(member, name));
  const all = Object.entries(api).flatMap(([className, members]) =>
    members.map((member) => ({ className, member })),
  );
  return {
    called: calledMembers(root).flatMap(({ member, places }) => {
      const [className = '', name = ''] = member.split('.');
      const known = memberOf(className, name);
      // What is not on the wire, such as `load`, is the client's own.
      return known ? [{ member, places, since: known.since, built: isThere(className, known) }] : [];
    }),
    unbuilt: [...built.keys()].flatMap((className) => {
      const members = (api[className] ?? [])
        .filter((member) => !member.name.startsWith('_') && !isThere(className, member))
        .map((member) => member.name);
      return members.length > 0 ? [{ className, members }] : [];
    }),
    unknown: [...built].flatMap(([className, own]) =>
      [own.read, own.set, own.objects, own.methods]
        .flatMap((names) => [...names])
        .filter((name) => !memberOf(className, name))
        .map((name) => `${className}.${name}`),
    ),
    counts: {
      known: all.length,
      built: all.filter(({ className, member }) => isThere(className, member)).length,
      classes: built.size,
    },
  };
}
