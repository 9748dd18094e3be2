import type { Action } from '../../cards/action.ts';
import type { Line } from '../../cards/line.ts';
import type { Button, CardElement, Reply } from '../../cards/reply-data.ts';
import type { AskedExpert } from '../../experts/asked-expert.ts';
import type { Locale } from '../../language/locale.ts';
import { expertTexts } from './texts.ts';

type ExpertDo = Extract<Action, { action: 'expert' }>['do'];

/** Letters of an answer that the field takes. */
const MOST_LETTERS = 4_000;

/**
 * A question as the experts see it, with what they may do as it stands. It names nobody but the expert who is at it.
 *
 * @param note a line above it, for who has just tapped something that could not be done
 */
export function expertCard(question: AskedExpert, locale: Locale, note: string | null = null): Reply {
  const texts = expertTexts[locale];
  const { text, said, state, heldBy, answer } = question;
  const lines: Line[] = [
    ...(note === null ? [] : [[{ text: note, isBold: true }]]),
    { heading: texts.card },
    { verbatim: text },
    said === null ? texts.assistantKnewNothing : texts.assistantSaid(said),
    [{ text: texts.stands(state, heldBy?.name ?? null), isBold: true }],
    ...(answer === null ? [] : [texts.answerBy(answer.by?.name ?? null), { verbatim: answer.text }]),
  ];
  const body = isOpen(question) ? { body: [answerField(locale)] } : {};
  return {
    openTo: 'released-question',
    summary: `${texts.card}: ${text}`,
    text: lines,
    ...body,
    buttons: buttonsOf(question, locale),
  };
}

const isOpen = ({ state }: AskedExpert): boolean => state !== 'answered' && state !== 'closed';

function answerField(locale: Locale): CardElement {
  const { answerLabel, answerHint } = expertTexts[locale];
  return {
    type: 'Input.Text',
    id: 'answer',
    label: answerLabel,
    placeholder: answerHint,
    isMultiline: true,
    maxLength: MOST_LETTERS,
  };
}

function buttonsOf({ id, state, answer }: AskedExpert, locale: Locale): Button[] {
  const texts = expertTexts[locale];
  const button = (title: string, act: ExpertDo, style?: 'positive'): Button => ({
    title,
    action: { action: 'expert', do: act, question: id },
    ...(style === undefined ? {} : { style }),
  });
  const reply = button(texts.answer, 'answer', 'positive');
  switch (state) {
    case 'waiting':
    case 'open':
      return [button(texts.take, 'take'), reply, button(texts.close, 'close')];
    case 'taken':
      return [reply, button(texts.handBack, 'hand-back'), button(texts.close, 'close')];
    case 'answered':
    case 'closed':
      return [button(texts.reopen, 'reopen'), ...(answer === null ? [] : [button(texts.propose, 'propose')])];
  }
}

/** What the asker is told by itself: that there is an answer, or that there will be none for now. */
export function toldReply({ id, text, answer, owed }: AskedExpert, locale: Locale): Reply {
  const texts = expertTexts[locale];
  const button = (title: string, act: 'close' | 'reopen'): Button => ({
    title,
    action: { action: 'ask-expert', do: act, question: id },
  });
  if (owed === 'answered' && answer !== null) {
    return {
      summary: texts.answeredNews(text),
      text: [
        { heading: texts.answered },
        { verbatim: text },
        texts.answerBy(answer.by?.name ?? null),
        { verbatim: answer.text },
      ],
      buttons: [button(texts.enough, 'close'), button(texts.notEnough, 'reopen')],
    };
  }
  if (owed === 'undelivered')
    return { summary: texts.undelivered(text), buttons: [button(texts.takeBack, 'close')] };
  return { summary: texts.closedUnanswered(text), buttons: [button(texts.reopen, 'reopen')] };
}
