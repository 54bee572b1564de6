import { HostFailure, itemNotFound } from '../store/failure';
import type { HostObject } from './hostObject';
import { isHostObject } from './hostObject';
import { serviceNamed } from './objects/services';
import type { WireArguments, WirePath, WireQuery, WireRequest, WireResponse } from './protocol';
import { ACTION, PATH } from './protocol';

/** Objects that the client asked to keep between requests. */
export interface Session {
  readonly kept: Map<string, HostObject>;
  /** Members that were asked for and are not built, "Worksheet.GetNext". */
  readonly missing: Set<string>;
  /** True for a member that Microsoft's client has. */
  readonly isKnown: (className: string, member: string) => boolean;
  /** False for a member that is newer than the version of Excel being played. */
  readonly isOffered: (className: string, member: string) => boolean;
}

const EMPTY: WireArguments = {};

/** Plays one request against the object model. Actions before a failing one stay done, as in Excel; their results are sent. */
export function processQuery(request: WireRequest, root: () => HostObject, session: Session): WireResponse {
  const resolved = new Map<number, HostObject | null>();

  const missing = (object: HostObject, member: string): HostFailure => {
    const name = `${object.className}.${member}`;
    if (!session.isKnown(object.className, member))
      return new HostFailure('ApiNotFound', `${name} is not a member that Excel has.`);
    session.missing.add(name);
    return new HostFailure('NotBuiltInStandIn', `${name} is not built in the stand-in for Excel yet.`);
  };

  const assertOffered = (object: HostObject, member: string): void => {
    if (!session.isOffered(object.className, member))
      throw new HostFailure('ApiNotFound', `This version of Excel has no ${object.className}.${member}.`);
  };

  const argument = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.some((v) => typeof v === 'object') ? value.map(argument) : value;
    if (typeof value !== 'object' || value === null) return value;
    const path = (value as { _ObjectPathId?: number })._ObjectPathId; // a reference inside options
    if (path !== undefined) return resolve(path);
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, argument(v)]));
  };
  const argumentsOf = (info: WireArguments = EMPTY): readonly unknown[] =>
    (info.Arguments ?? []).map((value, i) => {
      const path = info.ReferencedObjectPathIds?.[i];
      return path ? resolve(path) : argument(value);
    });

  const call = (object: HostObject, name: string, info: WireArguments | undefined): unknown => {
    assertOffered(object, name);
    const method = object.methods?.[name];
    if (!method) throw missing(object, name);
    return method(...argumentsOf(info));
  };

  function open(path: WirePath): HostObject | null {
    if (path.ObjectPathType === PATH.global) return root();
    if (path.ObjectPathType === PATH.none) return null;
    if (path.ObjectPathType === PATH.new) return serviceNamed(path.Name);
    if (path.ObjectPathType === PATH.reference) {
      const object = session.kept.get(path.Name);
      if (!object)
        throw new HostFailure('InvalidReference', 'This reference is not valid for the current operation.');
      return object;
    }
    const parent = resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    if (path.ObjectPathType === PATH.property) {
      assertOffered(parent, path.Name);
      const child = parent.objects?.[path.Name];
      if (!child) throw missing(parent, path.Name);
      return child();
    }
    if (path.ObjectPathType === PATH.indexer) {
      if (!parent.item) throw missing(parent, 'GetItem');
      return parent.item(argumentsOf(path.ArgumentInfo)[0]);
    }
    if (path.ObjectPathType === PATH.method) {
      const made = call(parent, path.Name, path.ArgumentInfo);
      return isHostObject(made) ? made : null;
    }
    throw new HostFailure('NotBuiltInStandIn', `An object path of type ${path.ObjectPathType} is not built.`);
  }

  function resolve(id: number): HostObject | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const path = request.ObjectPaths[id];
    if (!path) throw itemNotFound();
    const object = open(path);
    resolved.set(id, object);
    return object;
  }

  const keptIds = new Map<HostObject, string>();
  const identity = (object: HostObject): Record<string, unknown> => ({
    ...(object.id !== undefined && { Id: object.id }),
    ...(keptIds.has(object) && { _ReferenceId: keptIds.get(object) }),
  });

  function query(object: HostObject, select: readonly string[], info: WireQuery): Record<string, unknown> {
    if (object.items) {
      const all = object.items();
      const from = info.Skip ?? 0;
      const shown = all.slice(from, info.Top === undefined ? undefined : from + info.Top);
      const own = select.map((s) => s.replace(/^items(\/|$)/i, ''));
      return { ...identity(object), _Items: shown.map((item) => query(item, own, {})) };
    }
    const answer: Record<string, unknown> = identity(object);
    const below = new Map<string, string[]>();
    const wanted = select.filter((s) => s !== '');
    for (const path of wanted.length > 0 ? wanted : ['*']) {
      const [head = '', ...rest] = path.split('/');
      if (rest.length > 0) below.set(head, [...(below.get(head) ?? []), rest.join('/')]);
      else if (head === '*')
        for (const [name, read] of Object.entries(object.get ?? {})) answer[name] = read();
      else {
        assertOffered(object, head);
        const name = memberNamed(object.get, head);
        if (name) answer[name] = object.get?.[name]?.();
        else if (memberNamed(object.objects, head)) below.set(head, [...(below.get(head) ?? []), '*']);
        else if (head.toLowerCase() !== 'isnullobject') throw missing(object, head);
      }
    }
    for (const [head, paths] of below) {
      assertOffered(object, head);
      const name = memberNamed(object.objects, head);
      if (!name) throw missing(object, head);
      const child = object.objects?.[name]?.();
      answer[name] = child ? query(child, paths, {}) : null;
    }
    return answer;
  }

  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  let location = '';
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) {
        traces.push(action.Id);
        // The client registers its event handlers when the trace behind them is answered.
        results.push({ ActionId: action.Id, Value: null });
        continue;
      }
      location = action.Name;
      const object = resolve(action.ObjectPathId);
      location = `${object?.className ?? 'null'}.${action.Name}`;
      if (action.ActionType === ACTION.instantiate) {
        results.push({ ActionId: action.Id, Value: object && identity(object) });
      } else if (action.ActionType === ACTION.query) {
        const info = action.QueryInfo ?? {};
        results.push({ ActionId: action.Id, Value: object && query(object, info.Select ?? [], info) });
      } else if (action.ActionType === ACTION.set) {
        const set = object?.set?.[action.Name];
        if (!object) throw itemNotFound();
        assertOffered(object, action.Name);
        if (!set) throw missing(object, action.Name);
        set(argumentsOf(action.ArgumentInfo)[0]);
      } else if (action.ActionType === ACTION.method) {
        results.push({ ActionId: action.Id, Value: invoke(object, action.Name, action.ArgumentInfo) });
      } else
        throw new HostFailure('NotBuiltInStandIn', `An action of type ${action.ActionType} is not built.`);
    } catch (failure) {
      if (!(failure instanceof HostFailure)) throw failure;
      return {
        Results: results,
        TraceIds: traces,
        Error: {
          Code: failure.code,
          Message: failure.message,
          Location: location,
          ActionIndex: index,
          HttpStatusCode: 400,
        },
      };
    }
  }
  return { Results: results, TraceIds: traces };

  function invoke(object: HostObject | null, name: string, info: WireArguments | undefined): unknown {
    if (name === '_RemoveReference' || name === '_RemoveAllReferences') {
      for (const id of argumentsOf(info)) if (typeof id === 'string') session.kept.delete(id);
      return null;
    }
    // The client keeps what it instantiates without knowing that it is a null object.
    if (!object && name === '_KeepReference') return null;
    if (!object) throw itemNotFound();
    if (name === '_KeepReference') {
      const id = `{ref-${session.kept.size + 1}-${Math.floor(performance.now() * 1000)}}`;
      session.kept.set(id, object);
      keptIds.set(object, id);
      return null;
    }
    const value = call(object, name, info);
    return isHostObject(value) ? identity(value) : value;
  }
}

const memberNamed = (
  members: Readonly<Record<string, unknown>> | undefined,
  name: string,
): string | undefined => {
  const wanted = name.toLowerCase();
  return Object.keys(members ?? {}).find((member) => member.toLowerCase() === wanted);
};
