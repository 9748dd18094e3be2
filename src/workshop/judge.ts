import type { Knowledge } from '../knowledge/knowledge.ts';
import type { ExplainingAnswerer } from '../matching/answerer.ts';
import type { Judgement } from '../questions/home.ts';
import { termsOf } from '../questions/likeness.ts';
import { withStandIns } from '../questions/mask-texts.ts';
import type { Locale } from '../language/locale.ts';

/** What the engine knows at this moment. */
export interface KnownNow {
  readonly knowledge: Knowledge;
  readonly answerer: ExplainingAnswerer;
}

/** What the engine would say to a masked question, and which topic of what nothing here answers it is nearest to. */
export function judgeWith({
  knowledge,
  answerer,
}: KnownNow): (question: { words: string; locale: Locale }) => Judgement {
  return ({ words, locale }) => {
    const said = withStandIns(words, locale);
    const { match, reason } = answerer.explain(said, { locale, isOne: true });
    const { outcome, id, candidates } = match;
    const topics = Object.entries(knowledge.outside?.[locale] ?? {});
    const isListedOutside = topics.some(([, lines]) => lines.some((line) => plain(line) === plain(said)));
    const topic = reason === 'outside' ? nearestTopic({ words: said, locale }, topics) : null;
    return { outcome, id, candidates, topic, isListedOutside };
  };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The topic with the line that shares most of the words. */
function nearestTopic(
  question: { readonly words: string; readonly locale: Locale },
  topics: readonly (readonly [string, readonly string[]])[],
): string | null {
  const asked = new Set(termsOf(question));
  let best: { readonly topic: string; readonly shared: number } | null = null;
  for (const [topic, lines] of topics) {
    for (const line of lines) {
      const terms = termsOf({ words: line, locale: question.locale });
      const shared = terms.filter((term) => asked.has(term)).length / Math.max(1, terms.length);
      if (shared > (best?.shared ?? 0)) best = { topic, shared };
    }
  }
  return best?.topic ?? null;
}
