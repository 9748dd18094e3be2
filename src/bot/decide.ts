import { colleaguesCalled, type MessageForForm } from '../../dialogs/index.ts';
import type { Take } from '../../dialogs/turn.ts';
import { isDialogName } from '../cards/dialog-name.ts';
import { AppError } from '../errors.ts';
import { personAsked } from '../reading/person-asked.ts';
import type { Decision } from './decision.ts';
import { lastAnswer } from './asked.ts';
import { clarifyChoices } from './open-questions.ts';
import { matchOf } from './match-of.ts';
import { closesAtOnce, closesFirst, mayOpen } from './order-in-form.ts';
import { dialogOf } from './order-or-question.ts';
import { route } from './router.ts';
import { isWaiting } from './sign-in/done.ts';
import type { BotServices, Turn } from './turn.ts';

/** Who owns words, and what the open form makes of them (`take` is null where they can't be for it). Changes nothing. */
export async function decide(
  text: string,
  turn: Turn,
  services: BotServices,
): Promise<{ decision: Decision; forForm: MessageForForm; take: Take | null }> {
  const { session, host, language } = turn;
  const open = services.dialogs.active(host);
  const forForm = await askForm(text, turn, services);
  // A form that is done takes a second "sì" for its confirmation, unless something else was asked since.
  const mayTake = open !== null || (forForm.take === 'surely' && session.offer === null);
  const take = mayTake ? forForm.take : null;
  const words = services.knowledge.words?.[language];
  const decision = route({
    utterance: text,
    reading: turn.read(text, open?.asked ?? null),
    focus: session.focus,
    ...(words === undefined ? {} : { words }),
    drafts: turn.record.drafts.flatMap(({ id, dialog, title }) =>
      isDialogName(dialog) ? [{ id, dialog, title }] : [],
    ),
    openDraft: open?.draftId ?? null,
    isClosing:
      open !== null &&
      open.name !== 'close-deal' &&
      (closesAtOnce(turn.read(text, null)) || closesFirst(turn.read(text, null))),
    isOpening: open !== null && open.name !== 'create-deal' && mayOpen(turn.read(text, null)),
    take,
    offer: session.offer,
    clarify: clarifyChoices(turn, services),
    list: session.list,
    knownNames: turn.knownNames,
    soldNames: turn.soldNames,
    buttons: session.buttons,
    isAfterNotice: session.lastDialog === 'set-notices',
    isAfterCheck: session.lastDialog === 'check-acceptance',
    justSaid: session.focus?.age === 0 ? null : (lastAnswer(turn)?.asked.answerId ?? null),
    retry: session.retry,
    ...(services.signIn === null ? {} : { signIn: isWaiting(turn) ? 'waiting' : 'on' }),
    canWatch: services.watch !== undefined,
    peopleDialog: (id) => dialogOf(services.knowledge.answers.get(id)?.who),
    offeredBy: (id) => dialogOf(services.knowledge.answers.get(id)?.dialog),
    colleague: await colleagueAsked(text, turn, services),
    match: () => matchOf(text, turn, services),
  });
  return { decision, forForm, take };
}

/** The name by which a message asks of colleagues that the directory knows; no directory is asked of any other message. */
async function colleagueAsked(text: string, turn: Turn, { directory }: BotServices): Promise<string | null> {
  const words = personAsked(turn.read(text, null));
  if (words === null) return null;
  try {
    const called = await colleaguesCalled(directory, turn.actor, words);
    return called.length > 0 ? words.join(' ') : null;
  } catch (error) {
    // Whoever is asked of, the rest of the assistant answers while the directory is away.
    if (!(error instanceof AppError)) throw error;
    return null;
  }
}

/** What the open form makes of the words; where it can't say before a sign-in, others are asked first. */
async function askForm(text: string, turn: Turn, { dialogs }: BotServices): Promise<MessageForForm> {
  try {
    return await dialogs.read(text, turn, turn.host);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unauthorized') throw error;
    return { take: 'maybe', run: () => Promise.reject(error) };
  }
}
