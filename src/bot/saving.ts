import type { DialogState } from '../../dialogs/index.ts';
import { forEverybody, type Reply, sayWith } from '../cards/reply-data.ts';
import { isStoreFault } from '../errors.ts';
import { newPersonRecord, type PersonRecord } from '../storage/person-record.ts';
import { isChangedMeanwhile } from '../storage/record-store.ts';
import { noteIds } from './rating.ts';
import { sessionKey } from './session.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';
import { personKey } from '../identity/actor.ts';

/** Saves what the turn changed, once, before its replies go out; false where the storage refuses. */
export async function saveTurn(turn: Turn, services: BotServices): Promise<boolean> {
  turn.session.dialogState = turn.host.state;
  noteIds(turn, services.delivery);
  try {
    await turn.saveRecord();
    await turn.keptSession.save(turn.session);
    return true;
  } catch (error) {
    // Where something was done the turn can't begin again, whoever wrote meanwhile.
    if (!isStoreFault(error) && !(turn.hasSaved && isChangedMeanwhile(error))) throw error;
    services.onError(error);
    return false;
  }
}

/**
 * What can truly be said of a turn that could not be saved. An answer is as good as ever. What was noted in a form is
 * not: "Noted: 80,000 €" would be untrue, since the next turn won't know of it. Something that was done, such as a
 * deal that was created, is told all the same.
 */
export async function unsavedReplies(turn: Turn, services: BotServices): Promise<readonly Reply[]> {
  const texts = botTexts[turn.locale];
  if (!(await hasSomethingToLose(turn, services))) return turn.replies;
  const fault = forEverybody(sayWith(turn.hasSaved ? texts.notRemembered : texts.errors.store));
  return turn.hasSaved ? [...turn.replies, fault] : [fault];
}

/** Whether the turn changed what the next one must know: the open form, drafts, ratings, a language asked for. */
async function hasSomethingToLose(turn: Turn, { people, sessions }: BotServices): Promise<boolean> {
  // Nothing of the person's record would have been saved, and they were told so.
  if (turn.heldBack !== null) return false;
  try {
    const record = (await people.get(personKey(turn.actor))) ?? newPersonRecord();
    const session = await sessions.get(sessionKey(turn.context.activity, turn.actor));
    const before = [lasting(record), openForm((session?.dialogState ?? null) as DialogState | null)];
    return JSON.stringify(before) !== JSON.stringify([lasting(turn.record), openForm(turn.host.state)]);
  } catch (error) {
    if (isStoreFault(error)) return true;
    throw error;
  }
}

function lasting({ drafts, feedback, isLanguageChosen }: PersonRecord): unknown {
  return { drafts, feedback, isLanguageChosen };
}

function openForm(state: DialogState | null): unknown {
  return state === null || state.dialogStack.length === 0 ? null : state.dialogStack;
}
