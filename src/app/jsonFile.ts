import { z } from 'zod';

z.config({ jitless: true });

/** What a file holds, or a sentence that says where it is wrong. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };

/** Text as JSON that a schema allows. */
export function parsedBy<T>(schema: z.ZodType<T>, text: string): Parsed<T> {
  const json = jsonIn(text);
  return 'problem' in json ? json : checked(schema, json.value);
}

/** The same for one of a kind, or a list of them. */
export function listParsedBy<T>(schema: z.ZodType<T>, text: string): Parsed<readonly T[]> {
  const json = jsonIn(text);
  if ('problem' in json) return json;
  if (Array.isArray(json.value)) return checked(z.array(schema).min(1), json.value);
  const one = checked(schema, json.value);
  return 'problem' in one ? one : { value: [one.value] };
}

function jsonIn(text: string): Parsed<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch (e) {
    return { problem: `It is not JSON: ${(e as Error).message}.` }; // JSON.parse throws a SyntaxError only
  }
}

function checked<T>(schema: z.ZodType<T>, json: unknown): Parsed<T> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const [first] = parsed.error.issues;
  const { path } = first!; // a failure has at least one issue
  return { problem: `${path.length ? `At ${path.join('.')}: ` : ''}${wordOf(first!, json)}.` };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, in [ ]',
  object: 'an object, in { }',
  record: 'an object, in { }',
};

/** What is wrong, for somebody who wrote the file and knows no schema. */
function wordOf(issue: z.core.$ZodIssue, json: unknown): string {
  const listed = (values: readonly unknown[]): string =>
    values.map((value) => `“${String(value)}”`).join(', ');
  const isMissing = valueAt(json, issue.path) === undefined;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${listed(issue.keys)} is not known here; check the spelling`;
    case 'invalid_type':
      return isMissing ? 'it is missing' : `it must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `${isMissing ? 'it is missing; it' : 'it'} must be ${issue.values.length > 1 ? 'one of ' : ''}${listed(issue.values)}`;
    case 'too_small':
      return Number(issue.minimum) === 1 && (issue.origin === 'string' || issue.origin === 'array')
        ? 'it is empty'
        : `it must be at least ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `it is longer than ${String(issue.maximum)} characters`
        : `it must be at most ${String(issue.maximum)}`;
    case 'invalid_union':
      return issue.errors.length === 0
        ? 'it is none of the kinds there are'
        : 'it must be a text, a number, true, false or null';
    default:
      return issue.message;
  }
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      // Any key may be asked of an object; an array has its positions as keys.
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[key]
        : undefined,
    json,
  );
