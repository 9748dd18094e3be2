import { expect } from 'chai';
import {
  isNothing,
  mendPersonRecord,
  newPersonRecord,
  type PersonRecord,
  personRecordSchema,
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
