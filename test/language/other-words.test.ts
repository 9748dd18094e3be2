import { expect } from 'chai';
import { hearOtherWords, languages, listOf, made, madeBy } from '../../src/language/said.ts';
import { remembered, rememberedByWord } from '../../src/language/remembered.ts';
import { learnOnce } from '../learned.ts';

describe('words that an editor changed', () => {
  it('count for all that was made of those before, and again when they are taken back', async () => {
    const { words = {} } = (await learnOnce()).knowledge;
    const { it: own } = words;
    if (own === undefined) throw new Error('no Italian words');
    const makers: readonly (() => boolean)[] = [
      made(() => listOf('greetings').includes('salutino')),
      () => isGreeting('salutino'),
      () => asText('salutino'),
      () => asWord('salutino'),
    ];
    const isGreeting = madeBy((word: string) => listOf('greetings').includes(word));
    const asText = remembered((text: string) => listOf('greetings').includes(text));
    const asWord = rememberedByWord((word: string) => listOf('greetings').includes(word));
    const heard = (): boolean[] => makers.map((make) => make());
    expect(heard()).to.deep.equal([false, false, false, false]);
    const lists = { ...own.lists, greetings: [...own.lists.greetings, 'salutino'] };
    try {
      hearOtherWords({ ...words, it: { ...own, lists } });
      expect(heard()).to.deep.equal([true, true, true, true]);
    } finally {
      hearOtherWords(words);
    }
    expect(heard()).to.deep.equal([false, false, false, false]);
    expect(languages()).to.include('it');
  });
});
