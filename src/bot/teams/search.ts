import * as z from 'zod';
import { readDataset } from '../../cards/box-card.ts';
import { plainTitle } from '../../cards/plain-title.ts';
import { type InvokeAnswer, invokeFault } from '../invoke-answer.ts';
import type { BotServices, Turn } from '../turn.ts';
import { teamsTexts } from './texts.ts';

/** Clients ask for so many at a time unless they say otherwise. */
const USUAL = 15;
const MOST = 50;

const count = (usual: number): z.ZodType<number> => z.number().int().min(0).max(10_000).catch(usual);

/** `application/search` as the documentation of typeahead search has it; a client may leave the options out. */
const searchValue = z.object({
  queryText: z.string().max(500).catch(''),
  dataset: z.string().max(200),
  queryOptions: z.object({ skip: count(0), top: count(USUAL) }).catch({ skip: 0, top: USUAL }),
});

/** Answers what is being typed into an input that is searched, with what the person may see. */
export async function handleSearch(value: unknown, turn: Turn, services: BotServices): Promise<InvokeAnswer> {
  const search = searchValue.safeParse(value);
  const at = search.success ? readDataset(search.data.dataset) : null;
  const { queryText = '', queryOptions: { skip, top } = { skip: 0, top: USUAL } } = search.data ?? {};
  const found =
    at === null ? null : await services.dialogs.boxes.suggest(at, queryText.trim(), turn, turn.host);
  if (found === null) return invokeFault('BadRequest', teamsTexts[turn.locale].nothingToSearch);
  const results = found
    .slice(skip, skip + Math.min(top, MOST))
    .map(({ id, label }) => ({ title: plainTitle(label), value: id }));
  const type = 'application/vnd.microsoft.search.searchResponse';
  return { status: 200, body: { statusCode: 200, type, value: { results } } };
}
