import { addressOf } from '../address.ts';
import type { Action } from '../../cards/action.ts';
import { forEverybody, type Reply, sayLines, sayWith } from '../../cards/reply-data.ts';
import type { ExpertAct } from '../../experts/acts.ts';
import type { AskedExpert, Expert } from '../../experts/asked-expert.ts';
import type { Owned } from '../../experts/experts.ts';
import { proposalOf } from '../../experts/proposal.ts';
import type { Person } from '../../directory/directory.ts';
import { readPhrase } from '../../language/phrases.ts';
import { executedBy } from '../incoming.ts';
import type { BotServices, Turn } from '../turn.ts';
import { expertCard } from './cards.ts';
import { type ExpertDesk, withoutThread } from './desk.ts';
import { expertTexts } from './texts.ts';

/** Open to the channel: it speaks of a question that its asker released. */
const released = (reply: Reply): Reply => ({ ...reply, openTo: 'released-question' });

/** Does what an expert tapped on the card of a question. What comes of it is on the card; elsewhere it is said. */
export async function performExpert(
  action: Extract<Action, { action: 'expert' }>,
  turn: Turn,
  { experts: desk }: BotServices,
): Promise<void> {
  const texts = expertTexts[turn.locale];
  if (desk === null || !(await isInExpertsChannel(turn, desk)))
    return turn.say(forEverybody(sayWith(texts.elsewhere)));
  const owned = await desk.experts.find(turn.actor.tenantId, ({ id }) => id === action.question);
  if (owned === null) return turn.say(released(sayWith(texts.gone)));
  if (action.do === 'propose') return turn.say(await propose(owned, turn, desk));
  const act: ExpertAct =
    action.do === 'answer' ? { do: 'answer', text: action.answer ?? '' } : { do: action.do };
  await actFor(await withPost(owned, turn, desk), act, turn, desk);
}

/** A reply in the thread of a question that mentions the assistant: an answer to it, or a word on what to do with it. */
export async function takeThreadReply(
  text: string,
  turn: Turn,
  { experts: desk }: BotServices,
): Promise<boolean> {
  const { id } = turn.context.activity.conversation;
  const thread = /;messageid=([^;]+)/.exec(id)?.[1];
  if (desk === null || thread === undefined || !(await isInExpertsChannel(turn, desk))) return false;
  const owned = await desk.experts.find(turn.actor.tenantId, ({ post }) => post?.activityId === thread);
  if (owned === null) return false;
  const word = readPhrase(text, 'expert-take', 'expert-hand-back', 'expert-close', 'expert-reopen');
  await actFor(owned, word === null ? { do: 'answer', text } : WORDS[word], turn, desk);
  return true;
}

const WORDS = {
  'expert-take': { do: 'take' },
  'expert-hand-back': { do: 'hand-back' },
  'expert-close': { do: 'close' },
  'expert-reopen': { do: 'reopen' },
} as const;

async function actFor(owned: Owned, act: ExpertAct, turn: Turn, desk: ExpertDesk): Promise<void> {
  const texts = expertTexts[turn.locale];
  const result = await desk.act(owned, act, expertOf(turn));
  if (result === null) return turn.say(released(sayWith(texts.gone)));
  if (result.isDone) return show(result.question, texts.done[act.do], null, turn);
  const now = await desk.experts.find(turn.actor.tenantId, ({ id }) => id === owned.question.id);
  const question = now?.question ?? owned.question;
  const why = texts.refused[result.why](question.heldBy?.name ?? null);
  show(question, why, why, turn);
}

/** A tap is answered by the card as it stands, which its sender alone sees at once; what was written, by a sentence. */
function show(question: AskedExpert, said: string, note: string | null, turn: Turn): void {
  if (executedBy(turn.context.activity) !== null)
    turn.say({ ...expertCard(question, turn.locale, note), takesPlace: true });
  else turn.say(released(sayWith(said)));
}

async function propose({ question }: Owned, { locale }: Turn, desk: ExpertDesk): Promise<Reply> {
  const texts = expertTexts[locale];
  const proposal = proposalOf(question);
  if (proposal === null) return released(sayWith(texts.nothingToPropose));
  const file = await desk.writeProposal(proposal.name, proposal.yaml);
  if (file !== null) return released(sayWith(texts.proposed(file)));
  return released(sayLines([texts.proposedAsText, { verbatim: proposal.yaml }]));
}

/** Where nobody noted which message holds the question, the tap itself says it. */
async function withPost(owned: Owned, { context, now }: Turn, { experts }: ExpertDesk): Promise<Owned> {
  const { replyToId, conversation } = context.activity;
  if (owned.question.post !== null || !replyToId) return owned;
  const post = { conversationId: withoutThread(conversation.id), activityId: replyToId };
  await experts.notePosted(owned.asker, owned.question.id, post, now);
  return owned;
}

async function isInExpertsChannel({ readership, context, actor }: Turn, desk: ExpertDesk): Promise<boolean> {
  const here = withoutThread(context.activity.conversation.id);
  return readership === 'public' && here === (await desk.channelId(actor.tenantId));
}

function expertOf({ actor: { objectId }, person, context }: Turn): Expert {
  const known = person === null ? null : `${person.firstName} ${person.lastName}`;
  return { objectId, name: known ?? context.activity.from.name };
}

/** "The experts answer here", or no longer; false where the words say something else. */
export async function takeExpertsHere(text: string, turn: Turn, services: BotServices): Promise<boolean> {
  const what = readPhrase(text, 'experts-here', 'experts-not-here');
  const { experts: desk } = services;
  if (what === null || desk === null) return false;
  turn.say(forEverybody(sayWith(await placeExperts(what === 'experts-here', turn, desk))));
  return true;
}

async function placeExperts(isHere: boolean, turn: Turn, desk: ExpertDesk): Promise<string> {
  const texts = expertTexts[turn.locale];
  const { actor, person, context, locale } = turn;
  if (turn.readership !== 'public' || context.activity.conversation.conversationType !== 'channel')
    return texts.inChannel;
  if (!decidesOnExperts(person)) return texts.adminsOnly;
  const here = withoutThread(context.activity.conversation.id);
  const isAlready = (await desk.channelId(actor.tenantId)) === here;
  if (!isHere) {
    if (!isAlready) return texts.elsewhere;
    await desk.setChannel(actor.tenantId, locale, null);
    return texts.notHere;
  }
  await desk.setChannel(actor.tenantId, locale, referenceTo(here, turn));
  return isAlready ? texts.hereAlready : texts.here;
}

function decidesOnExperts(person: Person | null): boolean {
  return person?.roles?.some((role) => role === 'account-admin' || role === 'referrals-admin') ?? false;
}

/** The channel itself, whatever thread it was said in; through JSON, as it will be kept. */
function referenceTo(conversationId: string, { context: { activity } }: Turn): Record<string, unknown> {
  const { bot, conversation, channelId, serviceUrl } = addressOf(activity);
  const channel = { ...conversation, id: conversationId };
  return JSON.parse(JSON.stringify({ bot, conversation: channel, channelId, serviceUrl })) as Record<
    string,
    unknown
  >;
}
