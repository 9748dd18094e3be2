import { createHash } from 'node:crypto';
import { titleOf } from '../../cards/answer-card.ts';
import type { AnswerText, Knowledge } from '../../knowledge/knowledge.ts';
import { LOCALES, type Locale } from '../../language/locale.ts';
import type { PresentAnswer } from '../../watch/recall.ts';

/** What an answer says now, in a language or where it has none of it in another; null where there is no such answer. */
export function presentAnswer(
  { answers }: Pick<Knowledge, 'answers'>,
  answerId: string,
  locale: Locale,
): PresentAnswer | null {
  const answer = answers.get(answerId);
  const spoken = [locale, ...LOCALES].find((each) => answer?.texts[each] !== undefined);
  const text = spoken === undefined ? undefined : answer?.texts[spoken];
  if (answer === undefined || text === undefined) return null;
  const isForAll = (text.variants ?? []).length + (text.cases ?? []).length === 0;
  return { fact: fingerprint(text), title: titleOf(answer, locale), lead: isForAll ? text.lead : null };
}

/** A text never changes: one that was changed is another. */
const fingerprints = new WeakMap<AnswerText, string>();

function fingerprint(text: AnswerText): string {
  const known = fingerprints.get(text) ?? fingerprintOf(text);
  fingerprints.set(text, known);
  return known;
}

/** Of words and figures alone: a comma, a capital or another address of a link is no other fact. */
function fingerprintOf({ lead, body, verdicts = {}, variants = [], cases = [] }: AnswerText): string {
  const said = [lead, body, ...Object.values(verdicts), ...variants.map(spell), ...cases.map(spell)];
  const words = said.map((each) => each.replace(/\]\([^)]*\)/g, ']').match(/[\p{L}\p{N}]+/gu) ?? []);
  return createHash('sha256').update(JSON.stringify(words).toLowerCase()).digest('hex').slice(0, 16);
}

const spell = (each: {
  readonly for: readonly string[];
  readonly lead: string;
  readonly body?: string;
}): string => [...each.for, each.lead, each.body ?? ''].join(' ');
