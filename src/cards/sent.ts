import type * as z from 'zod';

/** The longest data of a button that is read as JSON, in characters. */
const MOST_CHARS = 5000;

/** Reads what a client made of a button's data, which may be its JSON as a text; null where it isn't of that shape. */
export function readSent<T>(value: unknown, schema: z.ZodType<T>): T | null {
  try {
    return schema.safeParse(typeof value === 'string' ? readJson(value) : value).data ?? null;
  } catch {
    // Zod compares the `length` of whatever has one, and {"length": [{"toString": ""}]} can't be compared.
    return null;
  }
}

function readJson(text: string): unknown {
  if (text.length > MOST_CHARS) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
