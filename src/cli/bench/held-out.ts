import { readFile } from 'node:fs/promises';
import { seededRandom } from '../../matching/random.ts';
import { mistype } from './typos.ts';

/** Questions that nobody tuned on, as people ask them. */
const HELD_OUT = ['it', 'en'].map((locale) => `test/questions/${locale}-held-out.jsonl`);

/** Those that an answer of ours is right for: an action would open a form, and what follows would be its answers. */
export async function readHeldOut(): Promise<string[]> {
  const texts = await Promise.all(HELD_OUT.map((file) => readFile(file, 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  return lines
    .map((line) => JSON.parse(line) as { readonly q: string; readonly expect: string })
    .flatMap(({ q, expect }) => (expect.startsWith('answer:') ? [q] : []));
}

/** Each line with two slips of the keyboard, other ones each time, so that hardly any comes twice in a run. */
export function* mistyped(lines: readonly string[]): Generator<string, never> {
  const random = seededRandom(1);
  for (let turn = 0; ; turn += 1) yield mistype(lines[turn % lines.length] ?? '', 2, random);
}
