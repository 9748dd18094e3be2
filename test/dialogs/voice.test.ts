import { expect } from 'chai';
import { checkTexts } from '../../dialogs/check-acceptance/texts.ts';
import { verdictTexts } from '../../dialogs/check-acceptance/verdict-texts.ts';
import { closeTexts } from '../../dialogs/close-deal/texts.ts';
import { dealsTexts } from '../../dialogs/deals/texts.ts';
import { adminTexts } from '../../dialogs/find-account-admins/texts.ts';
import { cardTexts } from '../../src/cards/texts.ts';
import { LOCALES } from '../../src/language/locale.ts';

const tables = { cardTexts, checkTexts, verdictTexts, closeTexts, dealsTexts, adminTexts };

/** Every sentence of a table with its path; functions are called with a stand-in for each of their arguments. */
function sentences(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const standIns = { customer: 'Contoso', daysLeft: 3, deadline: 'lunedì', to: 'Elena', from: 'Sara' };
    const args = Array.from({ length: value.length }, () => 'X');
    const isRecord = /^\(\s*\{/.test(String(value));
    const said: unknown = (value as (...given: unknown[]) => unknown)(...(isRecord ? [standIns] : args));
    return typeof said === 'string' ? [[path, said]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => sentences(part, `${path}.${key}`));
}

const all = Object.entries(tables).flatMap(([name, table]) =>
  LOCALES.flatMap((locale) => sentences(table[locale], `${name}.${locale}`)),
);

const words = (text: string): number => text.split(/\s+/u).length;

describe('voice of cards and dialogs', () => {
  it('uses no exclamation mark, no emoji and no raw ISO date', () => {
    const loud = all.filter(([, text]) => /!|\p{Extended_Pictographic}|\d{4}-\d{2}-\d{2}/u.test(text));
    expect(loud).to.deep.equal([]);
  });

  it('leaves out the polite noise', () => {
    const noise = /certamente|ottima domanda|sono qui per|si prega|great question|certainly|i'm here to/i;
    expect(all.filter(([, text]) => noise.test(text))).to.deep.equal([]);
  });

  it('says "tu" in Italian', () => {
    const formal = /\b(?:lei|le serve|la sua|il suo account|può cliccare|selezioni|clicchi|prema)\b/;
    expect(all.filter(([path, text]) => path.includes('.it.') && formal.test(text))).to.deep.equal([]);
  });

  it('asks in at most fifteen words', () => {
    const questions = all.filter(([path]) => /\.(?:ask[A-Z]?\w*|slots\.\w+\.text)$/.test(path) && !/Why$/.test(path));
    expect(questions.length).to.be.greaterThan(8);
    expect(questions.filter(([, text]) => words(text) > 15)).to.deep.equal([]);
  });

  it('has buttons of one to four words', () => {
    const buttons = all.filter(([path]) => /\.(?:buttons|dialogs)\.\w+$/.test(path));
    expect(buttons.length).to.be.greaterThan(20);
    expect(buttons.filter(([, text]) => words(text) > 4)).to.deep.equal([]);
  });
});
