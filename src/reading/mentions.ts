import { decodeHTMLStrict } from 'entities';
import type { MarkupPiece } from './markup.ts';
import type { Mention, Wire } from './wire.ts';

/** How the bot is mentioned in one message. */
export interface BotNames {
  /** Whether an entity says that the bot is mentioned. */
  readonly isMentioned: boolean;
  /** Ways in which its name is written, as `nameKey` makes them. */
  readonly names: ReadonlySet<string>;
  /** Mentions that stand in the text without a tag, such as "@Assistant". */
  readonly untagged: readonly string[];
  /** Names of others that are mentioned; null where the bot is known, and nothing has to be guessed. */
  readonly others: ReadonlySet<string> | null;
}

/** Teams begins the ids of bots so, and those of people with "29:". */
const BOT_ID = /^28:/;

/** A name with spaces comes as one mention a word; more words than these are not put together. */
const MOST_WORDS = 6;

/**
 * Finds out how the bot is called: by its own name, and by all that the entities which mention it say, since a name
 * with a space arrives as two mentions, and an entity may lack its text. Where the activity doesn't say who the bot is,
 * it is whoever has a bot's id, and a tag that belongs to nobody else.
 */
export function botNamesOf({ bot, mentions }: Wire): BotNames {
  const own = mentions.filter(({ mentioned }) => isBot(mentioned?.id ?? '', bot.id ?? ''));
  const others = mentions.filter((each) => !own.includes(each) && each.mentioned !== null);
  const isUnknown = !bot.id && !bot.name;
  return {
    isMentioned: own.length > 0,
    names: new Set([nameKey(bot.name ?? ''), ...own.flatMap(keysOf)].filter((name) => name !== '')),
    untagged: own.map(({ text }) => text ?? '').filter((text) => /^@[^<>]+$/.test(text)),
    others: isUnknown ? new Set(others.flatMap(keysOf)) : null,
  };
}

function isBot(mentioned: string, bot: string): boolean {
  return bot === '' ? BOT_ID.test(mentioned) : mentioned === bot;
}

function keysOf({ mentioned, text }: Mention): string[] {
  return [mentioned?.name ?? '', (text ?? '').replace(/<[^<>]{0,200}>/g, '')].map(nameKey);
}

/** A name as it is compared: entities decoded, spaces and capitals alike. */
function nameKey(name: string): string {
  return decodeHTMLStrict(name).normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** How many pieces from `at` on are a mention of the bot: 0 where none is, 3 for "<at>Sales</at> <at>Bot</at>". */
export function botMentionLength(pieces: readonly MarkupPiece[], at: number, bot: BotNames): number {
  let written = '';
  let length = 0;
  for (let end = at; end < Math.min(pieces.length, at + 2 * MOST_WORDS); end++) {
    const piece = pieces[end];
    if (piece?.kind === 'mention') written += piece.name;
    else if (piece?.kind === 'words' && piece.text.trim() === '') written += ' ';
    else break;
    if (piece.kind === 'mention' && isName(nameKey(written), bot)) length = end - at + 1;
  }
  return length;
}

function isName(name: string, { names, others }: BotNames): boolean {
  return names.has(name) || (others !== null && !others.has(name));
}
