import { isFunctionWord } from '../language/function-words.ts';
import { inLists, made, phraseOf } from '../language/said.ts';
import { withoutSecondThought } from '../language/second-thoughts.ts';
import { foldedWords } from './folded.ts';
import { asks } from './contents.ts';
import type { FactKind, Place, Reading } from './reading.ts';

/** What of a deal may be asked: one of its facts, how to reach somebody on it, what to do now, or whether it may be edited. */
export const DEAL_QUESTIONS = [
  'reach',
  'seller',
  'contact',
  'solution',
  'value',
  'closing',
  'created',
  'answered',
  'closed',
  'address',
  'kind',
  'next',
  'editing',
] as const;

export type DealQuestion = (typeof DEAL_QUESTIONS)[number];

const phrases = made(
  () =>
    new Map<DealQuestion, RegExp>([
      ['reach', new RegExp(phraseOf('asked-reach'), 'g')],
      ['seller', new RegExp(phraseOf('asked-seller', 'microsoft-sellers'), 'g')],
      ['contact', new RegExp(phraseOf('asked-contact'), 'g')],
      ['solution', new RegExp(phraseOf('asked-solution'), 'g')],
      ['value', new RegExp(phraseOf('asked-value'), 'g')],
      ['closing', new RegExp(phraseOf('asked-closing'), 'g')],
      ['created', new RegExp(phraseOf('asked-created'), 'g')],
      ['answered', new RegExp(phraseOf('asked-answered'), 'g')],
      ['closed', new RegExp(phraseOf('asked-closed'), 'g')],
      ['address', new RegExp(phraseOf('asked-address'), 'g')],
      ['kind', new RegExp(phraseOf('asked-kind'), 'g')],
      ['next', new RegExp(phraseOf('asked-next'), 'g')],
      ['editing', new RegExp(phraseOf('asked-editing'), 'g')],
    ]),
);

const asksElse = inLists('question-words');
/** "Posso modificarlo dopo?" */
const dueLater = made(() => new RegExp(phraseOf('in-due-course'), 'g'));
const isBeside = inLists('deal-nouns', 'that-one', 'own-deals', 'beside-traits');
/** "Come lo contatto, il loro venditore?" */
const isSeller = inLists('microsoft-sellers');

/** Facts that a question for one thing of a deal may hold. */
const MAY_STAND: ReadonlySet<FactKind> = new Set(['known-name', 'outcome', 'person', 'deal-kind']);

/** A longer message asks for more. */
const MOST_WORDS = 9;
/** Beside a customer's name one word may stand that nothing explains: "che soluzione abbiamo venduto a …". */
const MOST_LEFT = 1;

/**
 * Which one thing of a deal a short question wants ("quanto vale?", "chi è il contatto di Contoso?"). Null where it
 * wants something else, or more than that: "come cambio il valore?" is no question for the value.
 *
 * @param isPart tells words of what a deal is made of, of which its editing may be asked ("posso cambiare il valore dopo?")
 */
export function factAsked(reading: Reading, isPart = (_: string): boolean => false): DealQuestion | null {
  const { text, facts } = reading;
  const named = facts.filter(({ kind }) => kind === 'known-name');
  if (!facts.every(({ kind }) => MAY_STAND.has(kind))) return null;
  const said = foldedWords(withoutSecondThought(withoutNames(text, named)));
  if (said.length === 0 || said.length > MOST_WORDS) return null;
  const flat = said.join(' ');
  for (const [question, phrase] of phrases()) {
    const without = flat.replace(phrase, ' ');
    if (without === flat) continue;
    const others = foldedWords(question === 'editing' ? without.replace(dueLater(), ' ') : without);
    if (others.some((word) => asksElse(word))) continue;
    const isOfIt = (word: string): boolean =>
      isBeside(word) || (question === 'reach' && isSeller(word)) || (question === 'editing' && isPart(word));
    const left = others.filter((word) => !isFunctionWord(word) && !isOfIt(word));
    // "Se lo segno vinto poi posso cambiarlo?" asks of what isn't so yet.
    if (question === 'editing' && isSupposed(reading)) continue;
    // A kind is also what a deal is to be: "Wingtip co-sell", "può diventare co-sell?".
    if (question === 'kind' && !asks(reading)) continue;
    if (left.length <= (named.length > 0 && question !== 'kind' ? MOST_LEFT : 0)) return question;
  }
  return null;
}

const isSupposed = ({ facts, clauses }: Reading): boolean =>
  facts.some(({ kind }) => kind === 'outcome') || clauses.some(({ act }) => act === 'what-if');

/** Whether a question only wants to know of a deal with a customer that it names: "ho un deal con Litware?". */
export function asksThere({ text, facts }: Reading): boolean {
  const named = facts.filter(({ kind }) => kind === 'known-name');
  if (named.length === 0 || named.length < facts.length) return false;
  const flat = foldedWords(withoutNames(text, named)).join(' ');
  const rest = flat.replace(there(), ' ');
  return rest !== flat && foldedWords(rest).every((word) => isFunctionWord(word) || isBeside(word));
}

const there = made(() => new RegExp(phraseOf('asked-there')));

const withoutNames = (text: string, named: readonly Place[]): string =>
  named.reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
