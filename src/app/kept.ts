import type { BotServices } from '../bot/turn.ts';
import { isUnreadable } from '../storage/record-store.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** True too where the drafts can't be read: nothing says then that the person threw this one away. */
export async function hasDraft(
  { people }: Pick<BotServices, 'people'>,
  actor: Actor,
  id: string,
): Promise<boolean> {
  try {
    return (await people.get(personKey(actor)))?.drafts.some((draft) => draft.id === id) ?? false;
  } catch (error) {
    if (isUnreadable(error)) return true;
    throw error;
  }
}

/** The sign-in that was left to settle a forgotten person's deals ends with them; who is back keeps theirs. */
export async function forgetRest(
  { people, personData, signIn }: Pick<BotServices, 'people' | 'personData' | 'signIn'>,
  actor: Actor,
): Promise<void> {
  const isBack = await isKept(people, actor);
  const isSettled = (await personData.held(actor)).every(({ store }) => store !== 'intents');
  if (isBack || !isSettled) return;
  try {
    await signIn?.signOut(actor);
  } finally {
    await personData.forget(actor);
  }
}

/** Also one of a newer release, which can't be read and must not be lost. */
async function isKept(people: BotServices['people'], actor: Actor): Promise<boolean> {
  try {
    return (await people.get(personKey(actor))) !== null;
  } catch (error) {
    if (isUnreadable(error)) return true;
    throw error;
  }
}
