import type { Learned } from './trained-index.ts';
import { decidedByReading, dialogOf } from '../bot/order-or-question.ts';
import type { ExplainingAnswerer } from '../matching/answerer.ts';
import { createReader } from '../reading/reader.ts';

/** A day on which nothing depends: of a reading only what it orders and asks is looked at. */
const ANY_DAY = '2026-01-01';

/** The matcher with what the words decide where it is torn, as a chat has it: what the question sets are counted with. */
export function chatAnswerer({ knowledge, answerer, acts }: Learned): ExplainingAnswerer {
  const reader = createReader(knowledge.words ?? {}, acts);
  const offeredBy = (id: string) => dialogOf(knowledge.answers.get(id)?.dialog);
  return {
    explain: answerer.explain.bind(answerer),
    match(utterance, context) {
      const { locale } = context;
      const reading = reader.read(utterance, { locale, today: ANY_DAY, asked: null, known: [] });
      return decidedByReading(answerer.match(utterance, context), reading, offeredBy);
    },
  };
}
