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
  const { path, message } = parsed.error.issues[0]!; // a failure has at least one issue
  return { problem: `${path.length ? `At ${path.join('.')}: ` : ''}${message}.` };
}
