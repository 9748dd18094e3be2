import { expect } from 'chai';
import { dealTexts } from '../../../dialogs/create-deal/texts.ts';
import type { SlotTexts } from '../../../dialogs/kinds/row.ts';
import { formTexts } from '../../../dialogs/engine/texts.ts';
import { LOCALES } from '../../../src/language/locale.ts';

const MAX_BUTTON_WORDS = 4;

/** Every sentence of a set of texts, those made by functions with stand-ins for what they are given. */
function sentences(texts: unknown): readonly string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') return sentences(madeBy(texts as Maker));
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentences) : [];
}

type Maker = (...given: unknown[]) => unknown;

/** A sentence made of stand-ins: of words, or of a list where it takes one. */
function madeBy(make: Maker): unknown {
  try {
    return make('X', 'Y');
  } catch {
    return make(['city', 'email'], ['city', 'email']);
  }
}

describe('texts of forms', () => {
  for (const locale of LOCALES) {
    const all = [...sentences(formTexts(locale)), ...sentences(dealTexts[locale])];

    it(`shout nowhere, and hold no emoji (${locale})`, () => {
      expect(all.length).to.be.above(100);
      expect(all.filter((text) => /!|\p{Extended_Pictographic}/u.test(text))).to.deep.equal([]);
    });

    it(`label buttons in at most four words (${locale})`, () => {
      const form = formTexts(locale);
      const deal = dealTexts[locale];
      const slots: readonly SlotTexts<never>[] = Object.values(deal.slots);
      const titles = slots.flatMap(({ choices = {} }) => Object.values(choices).map(({ label }) => label));
      titles.push(form.keep, form.skip, form.back, form.cancel, form.confirm, form.change, form.goOn);
      titles.push(form.cancelReally, form.cancelNo, form.resume, form.startNew, form.deleteDraft);
      titles.push(deal.confirm, deal.openDeal, deal.otherCustomer, deal.addNotes);
      expect(titles.filter((title) => title.split(' ').length > MAX_BUTTON_WORDS)).to.deep.equal([]);
    });
  }

  it('say tu in Italian, never Lei', () => {
    const all = [...sentences(formTexts('it')), ...sentences(dealTexts.it)];
    expect(
      all.filter((text) => /\b(?:Lei|Suo|Sua|Si prega|Selezioni|Scelga|Scriva)\b/.test(text)),
    ).to.deep.equal([]);
  });
});
