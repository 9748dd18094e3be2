import { bullet, type Line } from '../cards/line.ts';
import { sayLines, sayWith } from '../cards/reply-data.ts';
import { AppError, isStoreFault } from '../errors.ts';
import { joinList } from '../language/format.ts';
import type { ForgottenDeals } from '../referrals/gateway.ts';
import type { Holding, PersonStore } from '../storage/person-data.ts';
import { holdingTexts } from './holding-texts.ts';
import { forgetRecord } from './remembered.ts';
import { forgetSession } from './session.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';
import { heldForWatch } from './watch/perform.ts';

/** Says what is kept of the person, store by store, as it will be after this turn. */
export async function sayWhatIsHeld(turn: Turn, services: BotServices): Promise<void> {
  await saveSoFar(turn, services);
  const held = await services.personData.held(turn.actor);
  const watched = await heldForWatch(turn, services);
  const { forgetTitle } = botTexts[turn.locale];
  const lines = describe(held, watched, turn);
  turn.say(sayLines(lines, { title: forgetTitle, action: { action: 'forget-me', isConfirmed: false } }));
}

/** What this very turn keeps is part of what is kept; on a disk that takes nothing it is not. */
async function saveSoFar(turn: Turn, services: BotServices): Promise<void> {
  const { activity } = turn.context;
  // Not yet as handled: a process that dies now has said nothing, and must say it when asked again.
  const handled = turn.session.handled.filter((id) => id !== activity.id);
  try {
    await turn.saveRecord();
    await turn.keptSession.save({ ...turn.session, handled });
  } catch (error) {
    if (!isStoreFault(error)) throw error;
    services.onError(error);
  }
}

function describe(held: readonly Holding[], watched: string | null, turn: Turn): Line[] {
  const texts = holdingTexts[turn.locale];
  const lines = held.map(({ store, count, days }) =>
    bullet(texts.kept(texts.what[store](count, turn.record), days)),
  );
  const unread = turn.heldBack === null ? [] : [botTexts[turn.locale].recordIsNewer];
  return [texts.about, ...lines, ...unread, [watched, texts.elsewhere].join(' ').trim()];
}

/** Asks whether to delete all that is kept of the person. */
export function askToForget(turn: Turn, { dialogs }: Pick<BotServices, 'dialogs'>): void {
  const { forgetForm, forgetAsk, forgetNow, keepThem } = botTexts[turn.locale];
  turn.session.offer = { action: 'forget-me', isConfirmed: true };
  const isInForm = dialogs.active(turn.host) !== null;
  const counts = { drafts: turn.record.drafts.length, feedback: turn.record.feedback.length };
  turn.say(
    sayWith(
      [...(isInForm ? [forgetForm] : []), forgetAsk(counts)].join(' '),
      { title: forgetNow, action: { action: 'forget-me', isConfirmed: true }, style: 'destructive' },
      { title: keepThem, action: { action: 'dismiss' } },
    ),
  );
}

/**
 * Deletes all that is kept of the person, in every conversation, but the deals, which are not ours. What must stay
 * for a while is said: a deal that only Partner Center can say the end of, with the sign-in it is asked with.
 */
export async function forget(isConfirmed: boolean, turn: Turn, services: BotServices): Promise<void> {
  if (!isConfirmed) return askToForget(turn, services);
  const { dialogs, keptDeals, personData } = services;
  const isInForm = dialogs.active(turn.host) !== null;
  const deals = (await keptDeals?.forget(turn.actor)) ?? { inDoubt: [], unsent: 0 };
  const isSettled = deals.inDoubt.length === 0;
  const isSignedOut = isSettled && (await isSignInEnded(turn, services));
  const staying: PersonStore[] = [
    ...(isSettled ? [] : (['intents', 'open-intents'] as const)),
    ...(isSignedOut ? [] : (['accounts'] as const)),
  ];
  await personData.forget(turn.actor, staying);
  turn.noteForgotten();
  turn.keptSession.noteRemoved();
  turn.host.state = null;
  forgetRecord(turn.record);
  forgetSession(turn.session);
  const isStillSignedIn = isSettled && !isSignedOut;
  turn.say({
    ...sayWith(forgottenText(deals, isInForm, isStillSignedIn, turn)),
    // Of the reply itself no customer's name stays on disk.
    keptAs: sayWith(forgottenText(deals, isInForm, isStillSignedIn, turn, false)),
  });
}

/** False where the service of the sign-ins can't be reached; what is deleted here doesn't wait for it. */
async function isSignInEnded({ actor }: Turn, { signIn }: BotServices): Promise<boolean> {
  try {
    await signIn?.signOut(actor);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

function forgottenText(
  { inDoubt, unsent }: ForgottenDeals,
  isInForm: boolean,
  isStillSignedIn: boolean,
  { locale }: Turn,
  hasNames = true,
): string {
  const texts = botTexts[locale];
  const names = hasNames ? joinList(inDoubt, locale, 'and') : null;
  return [
    texts.forgotten,
    ...(isInForm ? [texts.forgottenForm] : []),
    ...(unsent > 0 ? [texts.forgottenUnsent] : []),
    ...(inDoubt.length > 0 ? [texts.forgottenInDoubt(names)] : []),
    ...(isStillSignedIn ? [texts.stillSignedIn] : []),
  ].join(' ');
}
