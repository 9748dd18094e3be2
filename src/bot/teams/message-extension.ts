import * as z from 'zod';
import { type DealFilter, filterDeals, insertedDeal } from '../../../dialogs/index.ts';
import { plainTitle } from '../../cards/plain-title.ts';
import type { Reply } from '../../cards/reply-data.ts';
import { formatMoney } from '../../language/format.ts';
import { exitFrom } from '../exit.ts';
import { releaseReplies } from '../gate.ts';
import { type InvokeAnswer, invokeFault, searchMessage } from '../invoke-answer.ts';
import type { BotServices, Turn } from '../turn.ts';
import { answersAbout } from './answer-search.ts';
import { MAGIC_CODE } from '../sign-in/events.ts';
import { COMMANDS } from './commands.ts';
import { orSignIn, redeem } from './sign-in-answer.ts';
import { teamsTexts } from './texts.ts';

/** So many rows unless a client asks for another number. */
const USUAL = 10;
const MOST = 25;

const parameter = z.object({
  name: z.string().max(100),
  value: z.union([z.string(), z.number(), z.boolean()]).transform((value) => String(value).slice(0, 300)),
});

/** `composeExtension/query`; after a sign-in in its window Teams asks again, with the digits as `state`. */
const queryValue = z.object({
  commandId: z.string(),
  parameters: z.array(parameter).max(20).catch([]),
  queryOptions: z
    .object({
      skip: z.number().int().min(0).max(10_000).catch(0),
      count: z.number().int().min(1).max(MOST).catch(USUAL),
    })
    .catch({ skip: 0, count: USUAL }),
  state: z.string().max(100).optional().catch(undefined),
});

type Query = z.infer<typeof queryValue>;

/** One thing that can be inserted: what stands in the list, and the card that others will see. */
interface Row {
  readonly title: string;
  readonly text: string;
  readonly reply: Reply;
}

/** Answers a search in the compose box: answers for everybody, and the person's own deals. */
export async function handleQuery(value: unknown, turn: Turn, services: BotServices): Promise<InvokeAnswer> {
  const parsed = queryValue.safeParse(value);
  const query = parsed.data;
  switch (query?.commandId) {
    case COMMANDS.answers:
      return searchAnswers(query, turn, services);
    case COMMANDS.deals:
      return searchDeals(query, turn, services);
    default:
      return invokeFault('BadRequest', teamsTexts[turn.locale].unknownCommand);
  }
}

function searchAnswers(query: Query, turn: Turn, services: BotServices): InvokeAnswer {
  const typed = parameterOf(query, 'question');
  const rows = answersAbout(typed, turn, services).map(({ title, reply }): Row => ({
    title,
    text: reply.summary,
    reply,
  }));
  return rows.length === 0
    ? searchMessage(teamsTexts[turn.locale].noAnswers(typed))
    : listed(rows, query, turn);
}

/** Each deal twice: the second row is the same with the amount, since who inserts it decides what others see. */
async function searchDeals(query: Query, turn: Turn, services: BotServices): Promise<InvokeAnswer> {
  const { signIn } = services;
  // Whether the digits did shows in what is asked next.
  if (signIn !== null && MAGIC_CODE.test(query.state ?? '')) await redeem(query.state ?? '', turn, signIn);
  return orSignIn(turn, services, async () => {
    const deals = await services.gateway.list(turn.actor);
    const texts = teamsTexts[turn.locale];
    const filter: DealFilter = {
      customer: parameterOf(query, 'customer'),
      state: parameterOf(query, 'state'),
      period: parameterOf(query, 'period'),
    };
    const found = filterDeals(filter, deals, turn);
    if (found === null) return searchMessage(texts.filterUnread);
    const rows = found.flatMap((deal): Row[] => {
      const [plain, full] = [insertedDeal(deal, false, turn), insertedDeal(deal, true, turn)];
      const { name } = deal.customer;
      const amount = formatMoney(deal.value.amount, deal.value.currency, turn.locale);
      const states = plain.summary.slice(name.length + 2);
      return [
        { title: name, text: states, reply: plain },
        { title: texts.withValue(name), text: `${amount}. ${states}`, reply: full },
      ];
    });
    return rows.length === 0 ? searchMessage(texts.noDeals) : listed(rows, query, turn);
  });
}

const parameterOf = ({ parameters }: Query, name: string): string =>
  parameters.find((each) => each.name === name)?.value.trim() ?? '';

function listed(rows: readonly Row[], { queryOptions: { skip, count } }: Query, turn: Turn): InvokeAnswer {
  const attachments = rows.slice(skip, skip + count).flatMap((row) => attachmentsOf(row, turn));
  const composeExtension = { type: 'result', attachmentLayout: 'list', attachments };
  return { status: 200, body: { composeExtension } };
}

/** Whatever is inserted is read by others, wherever the search was made: it passes the gate as such. */
function attachmentsOf({ title, text, reply }: Row, { context, locale }: Turn): object[] {
  const exit = { ...exitFrom(context.activity, locale), readership: 'public' } as const;
  const preview = {
    contentType: 'application/vnd.microsoft.card.thumbnail',
    content: { title: plainTitle(title), text: plainTitle(text) },
  };
  return releaseReplies([reply], exit)
    .flatMap(({ attachments = [] }) => attachments)
    .map(({ contentType, content }) => ({ contentType, content: content as unknown, preview }));
}
