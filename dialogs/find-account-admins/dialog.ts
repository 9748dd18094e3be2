import type { FormDefinition } from '../engine/definition.ts';
import type { DialogServices } from '../services.ts';
import { isNamedIn } from '../../src/lookup/person-names.ts';
import { does } from '../../src/reading/contents.ts';
import { foldedWords } from '../../src/reading/folded.ts';
import { adminReplies, adminsCard, messageReply, reachReply } from './cards.ts';
import { colleaguesCard } from './colleagues-card.ts';
import { colleaguesCalled } from './colleagues.ts';

/** Nothing is asked: the form answers at its start. */
type NoValues = Record<never, never>;

/**
 * Who can grant a role, how to reach them, and a request ready to send. Names come from the directory
 * alone: where it knows nobody, the portal's steps are shown and no name is made up.
 */
export function createFindAccountAdminsForm(services: DialogServices): FormDefinition<NoValues, null> {
  return {
    name: 'find-account-admins',
    version: 1,
    slots: [],
    isDraftKept: false,
    load: () => Promise.resolve(null),
    start: async ({ with: known, utterance = '' }, { turn }) => {
      if (known?.['called'] !== undefined) {
        const called = await colleaguesCalled(services.directory, turn.actor, known['called'].split(' '));
        if (called.length > 0) return { kind: 'stop', replies: [colleaguesCard(called, turn)] };
      }
      const admins = await services.directory.listAdmins(turn.actor);
      const one =
        known?.['person'] === undefined ? null : adminReplies(admins, Number(known['person']), turn);
      if (one !== null) return { kind: 'stop', replies: one };
      if (known?.['reach'] !== undefined && admins.length > 0)
        return { kind: 'stop', replies: [reachReply(admins, turn)] };
      // Who asks for somebody and names one of them wants another: "chi mi abilita, a parte Elena?".
      const said = new Set(foldedWords(utterance));
      const named = admins.filter(({ name }) => isNamedIn(name, said));
      // "Chiedi a Elena di darmi accesso", "scrivi a Elena": she is to be asked herself.
      const [only, ...more] = named;
      const isToldTo = only !== undefined && more.length === 0 && does(turn.read(utterance, null), 'order');
      const asked = isToldTo ? [only] : admins.filter((admin) => !named.includes(admin));
      const others = isToldTo ? [] : named;
      const message = messageReply(asked, turn);
      return {
        kind: 'stop',
        replies: [adminsCard(asked, turn, others), ...(message === null ? [] : [message])],
      };
    },
    review: () => null,
    finish: () => Promise.resolve({ kind: 'done', replies: [] }),
    titleOf: () => null,
  };
}
