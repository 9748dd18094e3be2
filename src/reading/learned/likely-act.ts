import { ACTS, type Act } from '../../knowledge/words.ts';
import { type ActWeights, likelihoods } from './act-weights.ts';

/** A clause as its words told it. */
export interface ToldClause {
  readonly text: string;
  readonly act: Act;
  /** Whether each of its words is known, or what stands before it tells it. */
  readonly isKnown: boolean;
}

/**
 * How much surer (in logarithms) examples must be than of what the words told, before they are followed: e^2 is seven
 * times as likely. Where each word is known the words count more; where they told nothing (a statement), less.
 */
const WORDS_COUNT = 2;
const KNOWN_WORDS_COUNT = 4;
const NOTHING_TOLD_COUNTS = 0.7;

/** What begins or confirms something. */
const DOING: ReadonlySet<Act> = new Set<Act>(['order', 'assent']);
/** Of these nothing is begun, and no value is taken; questions and suppositions are answered. */
const HOLDING: ReadonlySet<Act> = new Set<Act>([
  'question',
  'what-if',
  'negation',
  'plan',
  'refusal',
  'not-now',
]);

/**
 * What a clause does, by what the words told of it and by examples of what people say. Only where they told nothing
 * do examples make an order or a yes of it; what the words order or hold back (a question, a plan, a "don't" …) they
 * can but hold back.
 */
export function likelyAct(
  { text, act: told, isKnown }: ToldClause,
  asked: string | null,
  weights: ActWeights,
): Act {
  const likely = likelihoods(text, asked, weights);
  const isUntold = told === 'statement';
  const ofWords = isKnown ? KNOWN_WORDS_COUNT : WORDS_COUNT;
  let best = told;
  let most = Math.log(likely[ACTS.indexOf(told)] ?? 0) + (isUntold ? NOTHING_TOLD_COUNTS : ofWords);
  ACTS.forEach((act, at) => {
    if (act === told) return;
    const score = Math.log(likely[at] ?? 0);
    if (score > most) [best, most] = [act, score];
  });
  // Where what they say most isn't followed, they have nothing else to say.
  return mayBecome(told, best) ? best : told;
}

function mayBecome(told: Act, act: Act): boolean {
  if (act === told || told === 'statement') return true;
  return HOLDING.has(act) || !(DOING.has(act) || DOING.has(told) || HOLDING.has(told));
}
