import * as z from 'zod';

/** A value as the schema has it, or what is wrong with it. */
export type OutsideRead<T> =
  | { readonly success: true; readonly data: T; readonly error?: undefined }
  | { readonly success: false; readonly data?: undefined; readonly error: z.ZodError };

/**
 * Reads a value that somebody outside wrote (a request's body, a file) with a schema, and never throws for what it is.
 * A schema compares the `length` of a value before it knows its kind, and one like `{"length": [{"toString": 0}]}` can't
 * be compared: such a value is wrong as a whole.
 */
export function readOutside<S extends z.ZodType>(schema: S, value: unknown): OutsideRead<z.infer<S>> {
  try {
    const { success, data, error } = schema.safeParse(value);
    return success ? { success, data } : { success, error };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const message = 'holds an object where a text, a list or a number belongs';
    return { success: false, error: new z.ZodError([{ code: 'custom', path: [], message, input: value }]) };
  }
}
