import type { Line } from '../../src/cards/line.ts';
import type { BeginRequest } from '../turn.ts';
import type { FormDefinition } from './definition.ts';
import { currentDrafts, draftTitle, offerReply } from './drafts.ts';
import { takeFrom } from './reading.ts';
import { openDraft } from './state.ts';
import type { OpenForm } from './state.ts';
import { goOn } from './steps.ts';
import type { Outcome } from './steps.ts';
import { formTexts } from './texts.ts';
import { withFindings } from './values.ts';
import type { Finding, Scene } from './values.ts';

/** The values of the start itself, then what the user's sentence says. */
export function givenBy<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  values: Readonly<Partial<V>>,
  request: BeginRequest,
  scene: Scene<V, F>,
): readonly Finding<V, F>[] {
  const known = definition.slots.flatMap((slot) => {
    const value = values[slot.name];
    return value === undefined ? [] : [{ slot, value }];
  });
  if (request.utterance === undefined) return known;
  const after = withFindings(definition, form, known, scene);
  return [...known, ...takeFrom(definition, after, request.utterance, scene)];
}

/** Opens a form with what is known; what the user's own words said is shown back. */
export function openWith<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  findings: readonly Finding<V, F>[],
  request: BeginRequest,
  scene: Scene<V, F>,
  lines: readonly Line[] = [],
): Outcome<V, F> {
  const after = withFindings(definition, form, findings, scene);
  const noted = request.utterance === undefined ? [] : findings;
  return goOn(definition, form, after, { lines, noted, given: findings }, scene);
}

/** Goes on with a kept draft; one of another release says so. */
export function resumeDraft<V, F>(
  definition: FormDefinition<V, F>,
  form: OpenForm<V>,
  scene: Scene<V, F>,
): Outcome<V, F> {
  const texts = formTexts(scene.locale);
  const isOlder = form.draft.version !== definition.version;
  const lines = [texts.resumed(draftTitle(form.draft, scene.turn)), ...(isOlder ? [texts.olderDraft] : [])];
  return goOn(definition, form, withFindings(definition, form, [], scene), { lines }, scene);
}

/** Offers the latest draft of this form, null when there is none. */
export function offerDraft<V, F>(
  definition: FormDefinition<V, F>,
  { turn }: Scene<V, F>,
): Outcome<V, F> | null {
  if (!definition.isDraftKept) return null;
  const [latest, ...more] = currentDrafts(turn).filter(({ dialog }) => dialog === definition.name);
  if (latest === undefined) return null;
  const form = openDraft(definition, latest, { asked: null, pending: { kind: 'offer' }, notices: [] });
  return { form, replies: [offerReply(latest, turn, more.length > 0)], then: 'wait', given: [] };
}
