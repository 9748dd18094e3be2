import { canGrantRoles } from '../directory/directory.ts';
import { AppError } from '../errors.ts';
import type { Answer, AnswerText, ReaderFact } from '../knowledge/knowledge.ts';
import { flatten } from '../language/flat.ts';
import { readModal } from '../language/question-form.ts';
import { patternOf } from '../language/said.ts';
import { doersIn } from '../matching/aspects.ts';
import { canCreate } from '../referrals/eligibility.ts';
import type { BotServices, Turn } from './turn.ts';

/**
 * The answer in the words that fit this question and this reader: the variant for what is known of them, else the
 * lead with the "yes" or "no" that the question wants, else the answer as it is.
 *
 * @param utterance the question; null where a button asked
 */
export async function fitAnswer(
  answer: Answer,
  utterance: string | null,
  turn: Turn,
  services: BotServices,
): Promise<Answer> {
  const text = answer.texts[turn.locale];
  if (text === undefined) return answer;
  const mayFit = utterance !== null && text.verdicts !== undefined;
  const asked = mayFit && !isForOthers(utterance, text.question, turn, services) ? utterance : null;
  const fitted = (await forReader(text, turn, services)) ?? forQuestion(text, asked);
  return { ...answer, texts: { ...answer.texts, [turn.locale]: { ...text, ...fitted } } };
}

/** A yes or no holds for whom the answer's title asks; "can the customer …?" isn't answered by what the asker may. */
function isForOthers(utterance: string, title: string, turn: Turn, { knowledge }: BotServices): boolean {
  const { locale } = turn;
  const of = doersIn(title, knowledge.vocabulary, locale);
  return [...doersIn(utterance, knowledge.vocabulary, locale)].some((doer) => !of.has(doer));
}

/** What a person may lack, which is then the likelier cause of what they ask about. */
const LACKS: ReadonlySet<ReaderFact> = new Set<ReaderFact>(['lacks-role', 'lacks-solution']);

/**
 * Of answers that a question may be for, the first that speaks of something that this reader is known to lack: "why can't
 * I see any deals?" needs no question back to somebody without a role. Null where none does.
 */
export async function answerToLack(
  ids: readonly string[],
  turn: Turn,
  services: BotServices,
): Promise<string | null> {
  for (const id of ids) {
    const { variants = [] } = services.knowledge.answers.get(id)?.texts[turn.locale] ?? {};
    const fitting = await fittingVariant(variants, turn, services);
    if (fitting?.for.some((fact) => LACKS.has(fact)) === true) return id;
  }
  return null;
}

type Fitted = Pick<AnswerText, 'lead'> & Partial<Pick<AnswerText, 'body'>>;

const makesAnew = patternOf()`(?<![a-z])${'anew-verbs'}`;

function forQuestion({ lead, verdicts }: AnswerText, utterance: string | null): Fitted {
  // "Posso ricrearlo?" wants no "no" to whether it may be edited.
  const modal = utterance === null || makesAnew().test(flatten(utterance).text) ? null : readModal(utterance);
  return { lead: (modal === null ? undefined : verdicts?.[modal]) ?? lead };
}

/** Null where no variant is for this reader. */
async function forReader(
  { variants = [] }: AnswerText,
  turn: Turn,
  services: BotServices,
): Promise<Fitted | null> {
  const fitting = await fittingVariant(variants, turn, services);
  if (fitting === undefined) return null;
  const { lead, body } = fitting;
  return body === undefined ? { lead } : { lead, body };
}

/** Where others read, nobody is spoken of: the answer is for all of them. */
async function fittingVariant(
  variants: NonNullable<AnswerText['variants']>,
  turn: Turn,
  services: BotServices,
): Promise<NonNullable<AnswerText['variants']>[number] | undefined> {
  if (variants.length === 0 || turn.readership === 'public') return undefined;
  const facts = await factsOf(new Set(variants.flatMap((each) => each.for)), turn, services);
  return variants.find((each) => each.for.every((fact) => facts.has(fact)));
}

/** Which of the facts wanted hold; solutions are asked for only where one of them is about these. */
async function factsOf(
  wanted: ReadonlySet<ReaderFact>,
  turn: Turn,
  services: BotServices,
): Promise<ReadonlySet<ReaderFact>> {
  const roles = turn.person?.roles ?? null;
  const facts = new Set<ReaderFact>();
  if (roles === null) return facts;
  if (canGrantRoles(turn.person)) facts.add('can-grant');
  if (roles.includes('referrals-admin')) facts.add('has-role');
  else if (!roles.includes('referrals-user')) facts.add('lacks-role');
  if (!wanted.has('has-solution') && !wanted.has('lacks-solution')) return facts;
  const solution = await solutionVerdict(turn, services);
  if (solution === 'met') facts.add('has-solution');
  if (solution === 'not-met') facts.add('lacks-solution');
  return facts;
}

/** Unknown, too, where the service is away or wants a sign-in first: an answer waits for neither. */
async function solutionVerdict(
  { actor, person }: Turn,
  { gateway }: BotServices,
): Promise<'met' | 'not-met' | 'unknown'> {
  try {
    return canCreate(person, await gateway.listSolutions(actor)).solution;
  } catch (error) {
    if (error instanceof AppError) return 'unknown';
    throw error;
  }
}
