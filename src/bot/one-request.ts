import { readYesNo } from '../language/yes-no.ts';
import { isAboutFile } from './beside-file.ts';
import { decide } from './decide.ts';
import type { Incoming } from './incoming.ts';
import { matchOf } from './match-of.ts';
import { sayFileUnread } from './notices.ts';
import { forgetQuestions, noteShown } from './open-questions.ts';
import { perform } from './perform.ts';
import { answerRest, restOf } from './second-request.ts';
import type { GoOn } from './sign-in/perform.ts';
import type { BotServices, Turn } from './turn.ts';
import { handleUnreadable } from './unreadable.ts';

/** A person's own words. */
export type Utterance = Extract<Incoming, { kind: 'utterance' }>;

/** Decides on words that are one answer or request, and does it. Returns the outcome's name. */
export async function handleOne(
  said: Utterance,
  turn: Turn,
  services: BotServices,
  handle: GoOn,
): Promise<string> {
  const { session } = turn;
  const { text, hasFiles } = said;
  const { decision, forForm, take } = await decide(text, turn, services);
  const { clarifyUtterance } = session;
  const asked = services.dialogs.active(turn.host)?.asked ?? null;
  forgetQuestions(turn);
  if (hasFiles && isAboutFile(decision, take, text, turn.read(text, asked)))
    return handleUnreadable({ what: 'file' }, turn, services);
  if (hasFiles) sayFileUnread(turn);
  await perform(decision, { utterance: text, clarifyUtterance, forForm, handle }, turn, services);
  session.wasUnknown = decision.kind === 'none';
  noteShown(turn, services);
  const second = restOf(decision);
  if (second !== null && !isValueSaid(second))
    await answerRest(second, turn, (words) => matchOf(words, turn, services), services);
  return decision.kind === 'begin' ? `begin-${decision.dialog}` : decision.kind;
}

/** "… and marketplace yes" ends what is told of a deal, and asks for nothing. */
const isValueSaid = (text: string): boolean =>
  !text.trimEnd().endsWith('?') && readYesNo(text.trim().split(/\s+/).at(-1) ?? '') !== null;
