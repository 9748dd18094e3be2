import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { LOCALES } from '../../../src/language/locale.ts';
import type { Act } from '../../../src/reading/reading.ts';
import { ACTS } from '../../../src/knowledge/words.ts';
import { reader } from '../words-reader.ts';
import { KNOWN, TODAY } from './stage.ts';

const ROOT = new URL(import.meta.url.includes('/dist/') ? '../../../../' : '../../../', import.meta.url);
const line = z.strictObject({
  text: z.string(),
  asked: z.string().nullable(),
  /** Each of these is right. */
  acts: z.array(z.array(z.enum(ACTS))),
  /** Whether only the beginning is labelled: pasted records and letters. */
  rest: z.boolean().default(false),
});
type Line = z.infer<typeof line>;

function readLines(name: string): Line[] {
  const text = readFileSync(new URL(`test/reading/acts/${name}.jsonl`, ROOT), 'utf8');
  return text
    .split('\n')
    .filter((each) => each !== '')
    .map((each) => line.parse(JSON.parse(each)));
}

const DOING: ReadonlySet<Act> = new Set<Act>(['order', 'assent']);
const GUARDING: ReadonlySet<Act> = new Set<Act>([
  'question',
  'what-if',
  'negation',
  'refusal',
  'plan',
  'not-now',
]);

function isRight({ acts, rest }: Line, got: readonly Act[]): boolean {
  return acts.some((wanted) => {
    const compared = rest ? got.slice(0, wanted.length) : got;
    return compared.join() === wanted.join();
  });
}

/** Something done that nobody asked for, or that has swallowed what held it back. */
function isDanger({ acts, rest }: Line, got: readonly Act[]): boolean {
  const doing = got.filter((act) => DOING.has(act)).length;
  const most = Math.max(...acts.map((wanted) => wanted.filter((act) => DOING.has(act)).length));
  const isHeld = (list: readonly Act[]): boolean => list.some((act) => GUARDING.has(act));
  if (rest) return most === 0 && doing > 0;
  return doing > most || (doing > 0 && !isHeld(got) && acts.every(isHeld));
}

describe('acts: what each clause does', () => {
  for (const locale of LOCALES) {
    for (const name of [locale, `${locale}-held-out`]) {
      it(`reads the labelled messages of ${name}`, () => {
        const lines = readLines(name);
        const results = lines.map((each) => {
          const { clauses } = reader.read(each.text, {
            locale,
            today: TODAY,
            asked: each.asked,
            known: KNOWN,
          });
          const merged = clauses.map(({ act }) => act).filter((act, at, all) => act !== all[at - 1]);
          return { each, merged };
        });
        const dangers = results.filter(
          ({ each, merged }) => !isRight(each, merged) && isDanger(each, merged),
        );
        expect(dangers.map(({ each, merged }) => `${each.text}: ${merged.join('+')}`)).to.deep.equal([]);
        const right = results.filter(({ each, merged }) => isRight(each, merged)).length;
        expect(lines.length).to.be.above(100);
        expect(right / lines.length).to.be.above(0.92);
      });
    }
  }
});
