import { join } from 'node:path';
import { formStateSchema } from '../../../dialogs/engine/state.ts';
import { createFileStorage } from '../../../src/app/storage.ts';
import { openStores, type Stores } from '../../../src/app/stores.ts';
import { sessionKey, type Session } from '../../../src/bot/session.ts';
import { type Actor, personKey } from '../../../src/identity/actor.ts';
import type { Referral } from '../../../src/referrals/referral.ts';
import type { Draft } from '../../../src/storage/person-record.ts';
import { quietLog } from '../../quiet-log.ts';
import { type TestBot, TODAY } from '../chat.ts';
import { isObject } from './readable.ts';

/** What the assistant keeps after a turn, in words that don't depend on where it keeps it. */
export interface Kept {
  /** The open form's dialog, null where none is open. */
  readonly form: string | null;
  /** The slot asked, `review` at the summary. */
  readonly asked: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** Values of all drafts, the open form's among them. */
  readonly drafts: readonly Readonly<Record<string, unknown>>[];
  readonly answer: string | null;
  /** What a "yes" would begin. */
  readonly offer: unknown;
  /** Of all tenants. */
  readonly deals: readonly Referral[];
}

/** Looks at the same records and deals as the assistant, by its own ports. */
export async function lookAt(
  bot: TestBot,
  actor: Actor,
  activity: Parameters<typeof sessionKey>[0],
): Promise<Kept> {
  // Opened anew each time: what it would remember of the last time is no longer true.
  const stores = storesIn(bot);
  const session = await stores.sessions.get(sessionKey(activity, actor));
  const drafts = (await stores.people.get(personKey(actor)))?.drafts ?? [];
  const open = openForm(session, drafts);
  return {
    ...(open ?? { form: null, asked: null, values: {} }),
    drafts: [...drafts.map(({ values }) => values), ...(open?.isApart === true ? [open.values] : [])],
    answer: session?.lastAnswerId ?? null,
    offer: session?.offer ?? null,
    deals: (await bot.app.sandbox?.listAll()) ?? [],
  };
}

function storesIn({ dataDir }: TestBot): Stores {
  const folder = { dir: dataDir, tempDir: join(dataDir, 'tmp'), assertHeld: () => Promise.resolve() };
  return openStores({ storage: createFileStorage(folder, () => TODAY), log: quietLog });
}

/** The dialogs that collect values and then do something; a look-up that asks which deal is none. */
const FORMS: readonly unknown[] = ['create-deal', 'close-deal'];

interface OpenForm extends Pick<Kept, 'form' | 'asked' | 'values'> {
  /** True where its values stand in the session, and in no draft of the person. */
  readonly isApart: boolean;
}

function openForm(session: Session | null, drafts: readonly Draft[]): OpenForm | null {
  const { dialogState } = session ?? {};
  const stack = isObject(dialogState) ? dialogState['dialogStack'] : undefined;
  const top: unknown = Array.isArray(stack) ? stack.at(-1) : undefined;
  const state = formStateSchema.safeParse(isObject(top) ? top['state'] : undefined);
  if (!isObject(top) || !FORMS.includes(top['id']) || !state.success) return null;
  const { draft: own, draftId, asked } = state.data;
  const kept = drafts.find(({ id }) => id === draftId);
  const values = (own ?? kept)?.values ?? {};
  return { form: String(top['id']), asked: asked ?? 'review', values, isApart: own !== null };
}
