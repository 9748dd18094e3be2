import { does } from '../../src/reading/contents.ts';
import type { Line } from '../../src/cards/line.ts';
import { readChoice } from '../../src/language/choice.ts';
import { readCommand } from '../../src/language/commands.ts';
import type { Locale } from '../../src/language/locale.ts';
import { readYesNo } from '../../src/language/yes-no.ts';
import { findNames } from '../../src/lookup/names.ts';
import type { Fact } from '../../src/reading/reading.ts';
import type { Draft } from '../../src/storage/person-record.ts';
import type { BeginRequest } from '../turn.ts';
import type { FormDefinition } from './definition.ts';
import { currentDrafts, draftTitle, offerReply } from './drafts.ts';
import { type Finding } from './values.ts';
import { type Gathered, holdsAny, meantIn, readFor, saidIn, takeChanges, takeFrom } from './answer.ts';
import { openDraft } from './state.ts';
import { boxButtons, MAX_BUTTONS } from './render.ts';
import { type Outcome, settle } from './steps.ts';
import { unreadLines } from './unread.ts';
import { formTexts } from './texts.ts';
import type { Said, Values } from './slot.ts';
import { type Play, type Scene, visibleSlots, withFindings } from './values.ts';

/** What a form begins with. */
interface Given extends Gathered {
  /** What of it the user's words said; absent where there are none. */
  readonly told?: readonly Finding[];
}

/** The slots whose old values stand, whatever is said of a deal that is made anew: its words name the old one. */
const NAMING_OLD: ReadonlySet<string> = new Set(['customer', 'recreates']);

/** The values of the start itself, then what the user's sentence says: of a deal made anew that is what changes. */
export function givenBy(play: Play, values: Values, request: BeginRequest): Given {
  const { definition, scene } = play;
  const known = definition.slots.flatMap((slot) => {
    const value = values[slot.name];
    return value === undefined ? [] : [{ slot, value }];
  });
  if (request.utterance === undefined) return { findings: known, parts: [] };
  const isAnew = request.recreates !== undefined || request.with?.['like'] !== undefined;
  const standing = isAnew ? known.filter(({ slot }) => NAMING_OLD.has(slot.name)) : known;
  const after = withFindings(play, standing);
  const { findings, parts } = takeFrom(
    { ...play, form: after },
    requestOf(request, request.utterance, scene),
  );
  const isTold = new Set(findings.map(({ slot }) => slot.name));
  const kept = known.filter(({ slot }) => !isTold.has(slot.name));
  return { findings: [...kept, ...findings], parts, ...(isAnew ? { told: findings } : {}) };
}

/** What words say in place of an answer to the offer: facts of the new one, else the first answer that they can be ("Rossi Logistica"). */
export function begunBy(play: Play, text: string): Gathered {
  const told = takeFrom(play, saidIn(text, null, play.scene));
  if (holdsAny(told) || text === '') return told;
  const answers = visibleSlots(play).map((slot) => readFor(play, slot, text));
  return answers.find(holdsAny) ?? told;
}

/** The words of a request, as they were meant when it was made. */
function requestOf(request: BeginRequest, utterance: string, scene: Scene): Said {
  return request.isMeant === true ? meantIn(utterance, scene) : saidIn(utterance, null, scene);
}

/** Opens a form with what is known; what the user's own words said is shown back. */
export function openWith(
  play: Play,
  gathered: Given,
  request: BeginRequest,
  lines: readonly Line[] = [],
): Outcome {
  const { utterance } = request;
  if (utterance === undefined) return settle(play, gathered, { noted: [], lines });
  // A short form reads the request by itself: its words are no news of values.
  if (!play.definition.isDraftKept) return settle(play, gathered, { lines });
  const { told, ...all } = gathered;
  const noted = told ?? all.findings;
  return settle(play, all, { noted, lines: [...lines, ...unreadOf(play, all, request)] });
}

/** What of a request's words found no place. */
export function unreadOf(play: Play, gathered: Gathered, request: BeginRequest): readonly Line[] {
  const { utterance } = request;
  return utterance === undefined
    ? []
    : unreadLines(play, requestOf(request, utterance, play.scene), gathered);
}

/** Goes on with a kept draft, with what is said of it; one of another release says so. */
export function resumeDraft(play: Play, said: Said | null = null): Outcome {
  const { definition, form, scene } = play;
  const texts = formTexts(scene.locale);
  const isOlder = form.draft.version !== definition.version;
  const lines = [texts.resumed(draftTitle(form.draft, scene.turn)), ...(isOlder ? [texts.olderDraft] : [])];
  return settle(play, said === null ? { findings: [], parts: [] } : takeChanges(play, said), { lines });
}

/** Offers the latest draft of this form, null when there is none. */
export function offerDraft(definition: FormDefinition, { turn }: Scene): Outcome | null {
  if (!definition.isDraftKept) return null;
  const [latest, ...more] = currentDrafts(turn).filter(({ dialog }) => dialog === definition.name);
  if (latest === undefined) return null;
  const form = openDraft(definition, latest, { pending: { kind: 'offer' } });
  return { form, replies: [offerReply(latest, turn, more.length > 0)], then: 'wait', given: [] };
}

/** A first question has a button more, where the channel can show a box and there is room for it. */
export function withBoxButton(outcome: Outcome, scene: Scene): Outcome {
  const { form, replies } = outcome;
  const last = replies.at(-1);
  const isAsking = form.asked !== null && form.pending?.kind !== 'offer' && outcome.then === 'wait';
  if (!isAsking || last === undefined) return outcome;
  const buttons = [...(last.buttons ?? []), ...boxButtons(form.draft.id, scene)].slice(0, MAX_BUTTONS);
  return { ...outcome, replies: [...replies.slice(0, -1), { ...last, buttons }] };
}

/** What may be done with an offered draft; the names are those of a form's acts. */
export type OfferAnswer = 'go-on' | 'restart' | 'cancel-really' | 'cancel';

/** What words say to "pick the draft up?". */
export interface OfferReading {
  /** Null where they are no answer to it: they may begin a new one. */
  readonly answer: OfferAnswer | null;
  /** The draft that is meant: the one offered, or another that is named ("quella di Rossi"). */
  readonly draft: Draft;
  /** What they say of it beside: "sì, ma da 45k". */
  readonly said: Said;
  /** Whether they are surely for the form. */
  readonly isSure: boolean;
}

/** Reads words at an offered draft. A name goes before a yes or a no: "no, con Neri Gomme" begins another deal. */
export function readOffer({ definition, form, scene }: Play, text: string): OfferReading {
  const said = saidIn(text, null, scene);
  const [news, isYes] = [said.facts.filter((fact) => !isName(fact)), does(said.reading, 'assent')];
  const drafts = currentDrafts(scene.turn).filter(({ dialog }) => dialog === definition.name);
  const named = findNames(text, drafts, ({ title }) => title ?? '')[0]?.item;
  // "No, quella di Rossi" is a no to the draft offered.
  const isDenied =
    does(said.reading, 'negation') || (does(said.reading, 'refusal') && named?.id === form.draft.id);
  if (named !== undefined && !isDenied)
    return { answer: 'go-on', draft: named, said: { ...said, facts: news }, isSure: true };
  const answer =
    isYes && news.length > 0 ? 'go-on' : said.facts.length > 0 ? null : answerOffer(text, scene.locale);
  return { answer, draft: form.draft, said, isSure: answer !== null || said.facts.some(isName) };
}

const isName = ({ kind }: Fact): boolean => kind === 'organisation' || kind === 'known-name';

/** Reads the answer to "pick the draft up?"; null when it is none. */
function answerOffer(text: string, locale: Locale): OfferAnswer | null {
  const texts = formTexts(locale);
  const choices = [
    { id: 'go-on', label: texts.resume, words: texts.resumeWords },
    { id: 'restart', label: texts.startNew, words: texts.newWords },
    { id: 'cancel-really', label: texts.deleteDraft, words: texts.deleteWords },
  ] as const;
  const read = readChoice(text, choices);
  const chosen = choices.find(({ id }) => read?.kind === 'one' && id === read.id)?.id ?? null;
  // "Elimina la bozza" inside a form cancels it; here it is a button's title.
  if (chosen === 'cancel-really') return chosen;
  const command = readCommand(text)?.kind;
  if (command === 'cancel') return 'cancel';
  if (command === 'restart') return 'restart';
  const yesNo = readYesNo(text);
  if (yesNo !== null) return yesNo === 'yes' ? 'go-on' : 'restart';
  return chosen;
}
