import { helpReply } from '../cards/help-card.ts';
import { forEverybody, sayLines, sayWith } from '../cards/reply-data.ts';
import { welcomeReply } from '../cards/welcome-card.ts';
import type { Locale } from '../language/locale.ts';
import { newPersonRecord } from '../storage/person-record.ts';
import type { SmallTalk } from './router.ts';
import { type AboutFacts, botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';
import { heldForWatch } from './watch-perform.ts';

const LANGUAGE_NAMES = {
  it: { it: 'italiano', en: 'inglese' },
  en: { it: 'Italian', en: 'English' },
} as const;

/** Welcomes once a conversation, however often the channel says that somebody joined. */
export function welcome(turn: Turn): void {
  if (turn.session.isWelcomed) return;
  turn.session.isWelcomed = true;
  turn.say(welcomeReply(turn.person, turn.person?.isSample ?? false, turn.locale));
}

/** Answers the little things that need no knowledge. */
export async function performSmallTalk(what: SmallTalk, turn: Turn, services: BotServices): Promise<void> {
  const texts = botTexts[turn.locale];
  switch (what) {
    case 'greeting':
      turn.session.isWelcomed = true;
      // Where others read, nobody is greeted by name.
      return turn.say(
        welcomeReply(
          turn.readership === 'public' ? null : turn.person,
          turn.person?.isSample ?? false,
          turn.locale,
        ),
      );
    case 'help':
      return turn.say(helpReply(turn.locale, turn.person?.isSample ?? false));
    case 'thanks':
      return turn.say(forEverybody(sayWith(texts.thanks)));
    case 'goodbye':
      return turn.say(forEverybody(sayWith(texts.goodbye)));
    case 'about-me':
      return sayWhatIsHeld(turn, services);
    case 'forget-me':
      return askToForget(turn, services);
    case 'speak-it':
      return setLanguage('it', turn);
    case 'speak-en':
      return setLanguage('en', turn);
    case 'drafts':
      return services.dialogs.listDrafts(turn);
  }
}

/** From here on this language is spoken, until the person asks for the other one. */
export function setLanguage(locale: Locale, turn: Turn): void {
  turn.locale = locale;
  turn.record.language = locale;
  turn.record.isLanguageChosen = true;
  turn.say(forEverybody(sayWith(botTexts[locale].languageNow)));
}

function aboutFacts({ record, locale }: Turn): AboutFacts {
  const language = record.language === null ? null : LANGUAGE_NAMES[locale][record.language];
  return { drafts: record.drafts.length, feedback: record.feedback.length, languageName: language };
}

async function sayWhatIsHeld(turn: Turn, services: BotServices): Promise<void> {
  const texts = botTexts[turn.locale];
  const watched = await heldForWatch(turn, services);
  const lines = [...texts.about(aboutFacts(turn)), ...(watched === null ? [] : [watched])];
  turn.say(
    sayLines(lines, { title: texts.forgetTitle, action: { action: 'forget-me', isConfirmed: false } }),
  );
}

function askToForget(turn: Turn, { dialogs }: BotServices): void {
  const texts = botTexts[turn.locale];
  turn.session.offer = { action: 'forget-me', isConfirmed: true };
  const isInForm = dialogs.active(turn.host) !== null;
  turn.say(
    sayWith(
      [...(isInForm ? [texts.forgetForm] : []), texts.forgetAsk(aboutFacts(turn))].join(' '),
      { title: texts.forgetNow, action: { action: 'forget-me', isConfirmed: true }, style: 'destructive' },
      { title: texts.keepThem, action: { action: 'dismiss' } },
    ),
  );
}

/** Deletes all that is held of the person but the deals, which are not ours. */
export async function forget(isConfirmed: boolean, turn: Turn, services: BotServices): Promise<void> {
  if (!isConfirmed) return askToForget(turn, services);
  const { dialogs, signIn, watch } = services;
  const texts = botTexts[turn.locale];
  const isInForm = dialogs.active(turn.host) !== null;
  await signIn?.signOut(turn.actor);
  await watch?.forget(turn.actor);
  dialogs.suspend(turn.host);
  turn.host.state = null;
  Object.assign(turn.record, newPersonRecord());
  Object.assign(turn.session, {
    lastAnswerId: null,
    offer: null,
    clarify: null,
    clarifyUtterance: null,
    retry: null,
    signIn: null,
  });
  turn.say(sayWith([texts.forgotten, ...(isInForm ? [texts.forgottenForm] : [])].join(' ')));
}
