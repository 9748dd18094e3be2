import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../../errors.ts';

/** A question, and the sections of which any one answers it; none where nothing does. */
export interface DocumentQuestion {
  readonly q: string;
  readonly gold: readonly { readonly path: string; readonly heading: string }[];
}

const line = z.object({
  q: z.string().min(1),
  gold: z.array(z.object({ path: z.string(), heading: z.string() })),
});

/** Reads a set of questions, a JSON object a line. @throws AppError `invalid-input` naming the file and the line. */
export async function readDocumentQuestions(file: string): Promise<DocumentQuestion[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((text) => text.trim() !== '');
  return lines.map((text, at) => {
    try {
      return line.parse(JSON.parse(text));
    } catch (cause) {
      throw new AppError('invalid-input', `bench: ${file}, line ${at + 1} cannot be used`, { cause });
    }
  });
}
