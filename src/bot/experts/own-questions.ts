import type { Action } from '../../cards/action.ts';
import { bullet } from '../../cards/line.ts';
import { type Button, MOST_BUTTONS, sayLines, sayWith } from '../../cards/reply-data.ts';
import { isOver } from '../../experts/asked-expert.ts';
import type { BotServices, Turn } from '../turn.ts';
import { expertTexts } from './texts.ts';

type AskExpert = Extract<Action, { action: 'ask-expert' }>;

/**
 * The button to a person's questions.
 *
 * @param question the one that was just sent, which "ritirala" means then
 */
export function myQuestions({ locale }: Turn, question?: string): Button {
  const action: AskExpert = {
    action: 'ask-expert',
    do: 'list',
    ...(question === undefined ? {} : { question }),
  };
  return { title: expertTexts[locale].myQuestions, action };
}

/** Says which of a person's questions are open. */
export async function list(turn: Turn, { experts: desk }: BotServices): Promise<void> {
  const texts = expertTexts[turn.locale];
  const open = ((await desk?.experts.of(turn.actor)) ?? []).filter((each) => !isOver(each));
  if (open.length === 0) return turn.say(sayWith(texts.noQuestions));
  const lines = open.map(({ text, state, heldBy }) =>
    bullet(`${text} (${texts.stateOf(state, heldBy?.name ?? null)})`),
  );
  const buttons = open.slice(0, MOST_BUTTONS).map(({ id }, index): Button => ({
    title: open.length === 1 ? texts.takeBack : `${texts.takeBack} ${String(index + 1)}`,
    action: { action: 'ask-expert', do: 'close', question: id },
  }));
  turn.say(sayLines([texts.openQuestions(open.length), ...lines], ...buttons));
}

/** Takes one of a person's own questions back, or opens it again; without a name, the only one that is open. */
export async function actOnOwn(
  what: 'close' | 'reopen',
  named: string | null,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const texts = expertTexts[turn.locale];
  const { experts: desk } = services;
  const own = (await desk?.experts.of(turn.actor)) ?? [];
  const [only, ...others] = own.filter((each) => !isOver(each));
  // "Ritira la domanda" means the only one there is; of several, the list says which.
  if (named === null && (only === undefined || others.length > 0)) return list(turn, services);
  const id = named ?? only?.id ?? '';
  const before = own.find((each) => each.id === id);
  const owned = (await desk?.actAsAsker(turn.actor, id, what)) ?? null;
  if (owned === null) return turn.say(sayWith(texts.nothingToDo));
  if (what === 'reopen') return turn.say(sayWith(texts.reopenedByAsker, myQuestions(turn)));
  turn.say(sayWith(before?.state === 'answered' ? texts.closedByAsker : texts.takenBack));
}
