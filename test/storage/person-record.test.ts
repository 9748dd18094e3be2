import { expect } from 'chai';
import {
  type Draft,
  isNothing,
  mendPersonRecord,
  newPersonRecord,
  type PersonRecord,
  personRecordSchema,
  withChanges,
  withoutOld,
} from '../../src/storage/person-record.ts';

const draft = (id: string, updatedAt: string) => ({
  id,
  dialog: 'create-deal',
  version: 1,
  values: {},
  history: [],
  title: null,
  createdAt: updatedAt,
  updatedAt,
});
const rating = (about: string, at: string) => ({ about, mood: 'happy' as const, variant: 1, at });

const record = (changes: object = {}): PersonRecord => ({ ...newPersonRecord(), ...changes });

describe('the record of a person', () => {
  it('takes what one turn changed, and keeps what another wrote meanwhile', () => {
    const draft = (id: string, title = id): Draft => ({
      ...{ id, title, dialog: 'create-deal', version: 1, values: {}, history: [] },
      ...{ createdAt: '2026-11-01T00:00:00Z', updatedAt: '2026-11-01T00:00:00Z' },
    });
    const record = (drafts: Draft[], language: 'it' | 'en' = 'it') => ({
      ...newPersonRecord(),
      language,
      drafts,
    });
    const before = record([draft('made'), draft('open'), draft('gone')]);
    const after = record([draft('open', 'renamed'), draft('gone'), draft('begun')]);
    const now = record([draft('made'), draft('open'), draft('other')], 'en');
    const { drafts, language } = withChanges(now, before, after);
    expect(drafts.map(({ title }) => title)).to.deep.equal(['renamed', 'other', 'begun']);
    expect(language).to.equal('en');
    expect(withChanges(now, before, before)).to.deep.equal(now);
  });

  it('is nothing only while it says nothing', () => {
    expect(isNothing(newPersonRecord())).to.equal(true);
    for (const changes of [{ language: 'it' }, { drafts: [draft('a', '')] }, { isInPart: false }])
      expect(isNothing(record(changes)), JSON.stringify(changes)).to.equal(false);
  });

  it('is mended to what can be read of it, whatever it is', () => {
    const good = draft('a', '2026-11-01T00:00:00Z');
    const mended = mendPersonRecord({
      schema: 1,
      language: 'fr',
      isLanguageChosen: 'yes',
      drafts: [{ id: 'no dialog' }, good, null],
      feedback: [rating('a', '2026-11-01T00:00:00Z'), { mood: 'meh' }],
      theme: 'dark',
    });
    expect(mended).to.deep.include({
      language: null,
      isLanguageChosen: false,
      drafts: [good],
      isInPart: true,
    });
    expect(mended.feedback).to.have.length(1);
    expect(mended).to.have.property('theme', 'dark');
    for (const raw of [undefined, null, 7, [], 'x', { drafts: 'none' }])
      expect(personRecordSchema.safeParse(mendPersonRecord(raw)).success, JSON.stringify(raw)).to.equal(true);
  });

  it('loses the drafts and ratings that nobody touched for long, and nothing else', () => {
    const [old, young] = ['2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'];
    const before = record({
      language: 'it',
      drafts: [draft('old', old), draft('young', young)],
      feedback: [rating('old', old), rating('young', young)],
    });
    const after = withoutOld(before, new Date('2026-06-01T00:00:00Z'));
    expect(after.drafts.map(({ id }) => id)).to.deep.equal(['young']);
    expect(after.feedback.map(({ about }) => about)).to.deep.equal(['young']);
    expect(after.language).to.equal('it');
  });
});
