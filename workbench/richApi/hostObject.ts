import { invalidArgument } from '../store/failure';

/**
 * One object of Excel's model as the wire sees it: its members by their PascalCase names. A member that is absent here
 * and present in Microsoft's client is one that the stand-in has not been taught; asking for it fails by name.
 */
export interface HostObject {
  readonly className: string;
  /** Worksheets, tables, charts … are found again by it. */
  readonly id?: string;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  readonly objects?: Readonly<Record<string, () => HostObject | null>>;
  /** May return a host object, null for a null object, or a plain value. */
  readonly methods?: Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: unknown) => HostObject;
}

export const isHostObject = (value: unknown): value is HostObject =>
  typeof value === 'object' && value !== null && 'className' in value;

// What a client sends is checked where it is used.
export function asText(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}
export function asNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}
export function asFlag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Readonly<Record<string, unknown>>; // checked above
}

/** What is kept of an object by its path, "Font/Color"; a map is one. */
interface Look {
  readonly get: (path: string) => unknown;
  readonly set: (path: string, value: unknown) => unknown;
}

/** Makes the parts of a look, such as fonts and fills: objects whose listed members are kept as they are given. */
export function partsOf(look: Look) {
  return (
    className: string,
    prefix: string,
    members: readonly string[],
    rest: Omit<HostObject, 'className'> = {},
  ): HostObject => ({
    className,
    ...rest,
    get: { ...Object.fromEntries(members.map((m) => [m, () => look.get(prefix + m) ?? null])), ...rest.get },
    set: {
      ...Object.fromEntries(members.map((m) => [m, (v: unknown) => void look.set(prefix + m, v)])),
      ...rest.set,
    },
  });
}
