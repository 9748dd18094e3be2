import type { Activity } from 'botbuilder';
import { withDates } from '../../src/bot/adapter.ts';
import { readIncoming } from '../../src/bot/incoming.ts';
import { visibleText } from '../../src/language/visible-text.ts';
import { linksOf, livePartsOf } from '../cards/live-parts.ts';
import { EVIL_HOST } from '../cards/outside-words.ts';
import { type ReceivedActivity, textOf } from '../conversations/received.ts';
import type { Answer } from './bot-in-process.ts';
import type { Body } from './messages.ts';

/** What may come of an activity: it was heard, it is none, it would send replies elsewhere, or nobody answers this invoke. */
const STATUSES = [200, 400, 403, 501];

/** Kinds of what comes in that are never left without a word. */
const ANSWERED: readonly string[] = ['utterance', 'submit', 'unreadable', 'called'];

/** What nothing of ours ever makes, so that it came from what was said: HTML, templates, mentions. */
const ECHOED = ['html_inline', 'html_block', 'template', 'mention'];

/** What is wrong with an answer, in a few words each; nothing where it is as it should be. */
export function faultsOf(body: Body, answer: Answer): string[] {
  const { status, said, errors } = answer;
  return [
    ...(STATUSES.includes(status) ? [] : [`status ${String(status)}`]),
    ...errors.map(
      (error) => `failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    ),
    ...(status === 200 && said.length === 0 && wantsAnswer(body) ? ['no answer'] : []),
    ...said.flatMap(echoesOf),
  ];
}

function wantsAnswer(body: Body): boolean {
  return ANSWERED.includes(readIncoming(withDates(body as Record<string, unknown>)).kind);
}

/** What of the words said would be live for who reads the answer, or hidden from them. */
export function echoesOf(received: ReceivedActivity): string[] {
  const activity = received as unknown as Partial<Activity>;
  const links = linksOf(activity).filter((url) => url.includes(EVIL_HOST));
  const parts = livePartsOf(activity).filter((part) => ECHOED.includes(part));
  const shown = textOf(received);
  return [
    ...[...links, ...parts].map((part) => `echo: ${part}`),
    ...(visibleText(shown) === shown ? [] : ['echo of what nobody sees']),
  ];
}
