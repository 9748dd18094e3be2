import { helpReply } from '../cards/help-card.ts';
import { type Button, forEverybody, sayWith } from '../cards/reply-data.ts';
import { welcomeReply } from '../cards/welcome-card.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { isSpoken, type Locale, LOCALES } from '../language/locale.ts';
import { askToForget, sayWhatIsHeld } from './forgetting.ts';
import type { SmallTalk } from './decision.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** Welcomes once a conversation, however often the channel says that somebody joined. */
export function welcome(turn: Turn): void {
  if (turn.session.isWelcomed) return;
  turn.session.isWelcomed = true;
  turn.say(welcomeReply(turn.person, turn.person?.isSample ?? false, turn.locale));
}

/** Answers the little things that need no knowledge; `utterance` is how they were said. */
export async function performSmallTalk(
  what: SmallTalk,
  utterance: string,
  turn: Turn,
  services: BotServices,
): Promise<void> {
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
    case 'nature':
      return turn.say(forEverybody(sayWith(texts.nature)));
    case 'thanks':
      return turn.say(forEverybody(sayWith(texts.thanks)));
    case 'goodbye':
      return turn.say(forEverybody(sayWith(texts.goodbye)));
    case 'about-me':
      return sayWhatIsHeld(turn, services);
    case 'forget-me':
      return askToForget(turn, services);
    case 'languages':
      return sayLanguages(utterance, turn);
    case 'speak-it':
      return setLanguage('it', turn);
    case 'speak-en':
      return setLanguage('en', turn);
    case 'drafts':
      return listDrafts(turn, services);
  }
}

/** In the language of the question, which decides nothing: each other is a tap away, on a button in it. */
function sayLanguages(utterance: string, turn: Turn): void {
  const written = detectLanguage(utterance)?.locale;
  const asked = isSpoken(written) ? written : turn.locale;
  const others = LOCALES.filter((locale) => locale !== turn.locale);
  const buttons = others.map((locale): Button => {
    return { title: botTexts[locale].speakThis, action: { action: 'language', locale } };
  });
  turn.say(forEverybody(sayWith(botTexts[asked].languages, ...buttons)));
}

/** From here on this language is spoken, until the person asks for the other one. */
export function setLanguage(locale: Locale, turn: Turn): void {
  turn.locale = locale;
  turn.record.language = locale;
  turn.record.isLanguageChosen = true;
  if (turn.session.writtenIn !== null) turn.session.writtenIn = { ...turn.session.writtenIn, isNow: false };
  turn.say(forEverybody(sayWith(botTexts[locale].languageNow)));
}

/** The person's drafts; where they can't be read, that is said and not that there are none. */
export function listDrafts(turn: Turn, { dialogs }: Pick<BotServices, 'dialogs'>): void {
  if (turn.heldBack === null) return dialogs.listDrafts(turn);
  turn.say(sayWith(botTexts[turn.locale].noDraftsNow));
}
