import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { STANDINGS } from '../../src/cli/promises/standings.ts';
import { hostileTexts } from '../../src/cli/promises/hostile-texts.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { MAX_READ_LENGTH } from '../../src/language/flat.ts';
import { ATTACKS } from '../cards/outside-words.ts';
import { type Change, changed, oddChange, oddJson } from './odd-json.ts';

/** What is sent as an activity: one, or any other JSON. */
export type Body = unknown;

type Fields = Readonly<Record<string, unknown>>;

const QUESTIONS = new URL(
  import.meta.url.endsWith('.ts') ? '../questions/' : '../../../test/questions/',
  import.meta.url,
);

/** Whole messages as people write them. */
const SAID = [
  ...Object.values(STANDINGS).flat(),
  ...readdirSync(QUESTIONS)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(new URL(name, QUESTIONS), 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as { q: string }).q),
  ...[
    'sì',
    'no',
    'indietro',
    'annulla',
    'aiuto',
    'il secondo',
    'perché?',
    'e dopo?',
    'riprova',
    'parla inglese',
  ],
  ...[
    'cancella i miei dati',
    'le mie bozze',
    'altri',
    'yes, close it',
    'ok',
    'salta',
    'boh',
    'cambia il valore',
  ],
];

const HOSTILE_SHORT = hostileTexts(24).map(({ text }) => text);
const HOSTILE_LONG = hostileTexts(MAX_READ_LENGTH).map(({ text }) => text);

/** A piece of a message: words that people use, what readers stumble over, markup and templates, any characters. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...new Set(SAID.flatMap((text) => text.split(' ')))) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE_SHORT) },
  { weight: 2, arbitrary: fc.constantFrom(...ATTACKS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 16 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 16 }) },
);

const joined = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(' ', ' ', ' ', '', '\n', ', ', '. '),
  )
  .map(([pieces, between]) => pieces.join(between));

/** A whole message with one thing changed, as by a slip: a piece of it left out, twice there, or another in its place. */
const slipped = fc
  .tuple(fc.constantFrom(...SAID), fc.nat(), fc.nat({ max: 6 }), piece)
  .map(([said, at, length, put]) => {
    const from = at % (said.length + 1);
    return said.slice(0, from) + put + said.slice(from + length);
  });

/** What somebody may type. */
export const typed: fc.Arbitrary<string> = fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...SAID) },
  { weight: 120, arbitrary: slipped },
  { weight: 120, arbitrary: joined },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_LONG) },
  { weight: 1, arbitrary: joined.map((text) => text.repeat(60)) },
);

/** An activity as a channel sends it; what is said or tapped is put into it. */
export const GOOD: Fields = {
  type: 'message',
  id: 'a',
  channelId: 'test',
  deliveryMode: 'expectReplies',
  locale: 'it-IT',
  localTimezone: 'Europe/Rome',
  from: { id: `29:${sara.objectId}`, aadObjectId: sara.objectId, name: 'Sara Conti' },
  recipient: { id: 'bot', name: 'Assistente' },
  conversation: { id: 'fuzz', tenantId: sara.tenantId, isGroup: false, conversationType: 'personal' },
  channelData: { tenant: { id: sara.tenantId } },
};

const MENTION = { type: 'mention', mentioned: { id: 'bot' }, text: '<at>Assistente</at>' };

/** Messages and other things that happen, all with fields of the right kinds. */
const wellFormed = (taps: readonly unknown[]): fc.Arbitrary<Fields> => {
  const tap = taps.length === 0 ? oddJson : fc.constantFrom(...taps);
  const changedTap = fc
    .tuple(tap, fc.array(oddChange, { maxLength: 2 }))
    .map(([value, changes]) => changed(value as fc.JsonValue, changes));
  const named = (name: string, value: fc.Arbitrary<unknown>) =>
    value.map((each) => ({ type: 'invoke', name, value: each }));
  return fc.oneof(
    { weight: 70, arbitrary: typed.map((text) => ({ text })) },
    { weight: 4, arbitrary: typed.map((text) => ({ text: `<p>${text}</p>`, textFormat: 'xml' })) },
    {
      weight: 3,
      arbitrary: typed.map((text) => ({ text: `<at>Assistente</at> ${text}`, entities: [MENTION] })),
    },
    {
      weight: 3,
      arbitrary: typed.map((text) => ({ text, attachments: [{ contentType: 'text/html', content: text }] })),
    },
    { weight: 10, arbitrary: tap.map((value) => ({ value })) },
    { weight: 5, arbitrary: changedTap.map((value) => ({ value, text: 'Crea il deal' })) },
    {
      weight: 2,
      arbitrary: named(
        'adaptiveCard/action',
        changedTap.map((data) => ({ action: { data } })),
      ),
    },
    { weight: 2, arbitrary: named('signin/verifyState', oddJson) },
    { weight: 1, arbitrary: named('signin/tokenExchange', oddJson) },
    { weight: 1, arbitrary: oddJson.map((value) => ({ type: 'event', name: 'tokens/response', value })) },
    { weight: 1, arbitrary: fc.constant({ type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] }) },
  );
};

/** An activity with what may be tapped where the conversation stands; a third have something odd in a field or two. */
export function activities(taps: readonly unknown[]): fc.Arbitrary<Body> {
  const changes: fc.Arbitrary<readonly Change[]> = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(oddChange, { minLength: 1, maxLength: 2 }) },
  );
  return fc
    .tuple(wellFormed(taps), changes)
    .map(([part, odd]) => changed({ ...GOOD, ...part } as fc.JsonValue, odd));
}
