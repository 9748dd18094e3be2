import { expect } from 'chai';
import { readMessage } from '../../src/reading/message.ts';

const read = (text: string) => readMessage({ text, textFormat: 'plain' });

describe('messages of others that are pasted', () => {
  it('a mail in one line gets its lines back, with its closing and who signs', () => {
    const { text, mail } = read(
      'apri un deal da qui: Da: Rita Sala <rita@oliosala.it> Inviato: martedì 17 novembre 2026 Oggetto: conferma Gentile Sara, procediamo con 31.000 euro. Distinti saluti Rita Sala Oleificio Sala srl via Olmo 3 Imola',
    );
    expect(text).to.equal('apri un deal da qui:');
    expect(mail?.split('\n')).to.deep.equal([
      'Rita Sala <rita@oliosala.it>',
      '',
      'Gentile Sara, procediamo con 31.000 euro.',
      'Distinti saluti',
      'Rita Sala',
      'Oleificio Sala srl via Olmo 3 Imola',
    ]);
  });
  it('where nothing tells the end of its subject, that is part of what it says', () => {
    const { text, mail } = read('From: Tom Hale <tom@hale.co.uk> Subject: we take the WMS for 20k');
    expect(text).to.equal('');
    expect(mail).to.contain('we take the WMS for 20k');
  });
  it('a mail that shouts says the same in small letters', () => {
    const { mail } = read(
      'DA: RITA SALA <RITA@OLIOSALA.IT>\nOGGETTO: CONFERMA\n\nCONFERMIAMO 31.000 EURO.\nOLEIFICIO SALA SRL',
    );
    expect(mail).to.contain('confermiamo 31.000 euro');
  });
  it('a line of a chat is its writer’s, who is named nowhere in it', () => {
    for (const head of ['[09:15] Ugo Levi: ', '[17/11/26, 09:15:02] Ugo Levi: ', '[9:15 AM] Ugo Levi\n']) {
      const { text, mail } = read(`crea un deal da questo: ${head}Tessuti Levi srl, 12k`);
      expect({ text, mail }, head).to.deep.equal({
        text: 'crea un deal da questo:',
        mail: 'Tessuti Levi srl, 12k',
      });
    }
    expect(read('[09:15] Ugo Levi: chiudi Tailspin come perso').text).to.equal('');
  });
  it('what only looks like them stays the person’s own', () => {
    for (const typed of [
      'da: 40k',
      'contatto da: rita@oliosala.it',
      'ci sentiamo [alle 10:30] con Anna: porta il contratto',
      'valore 40k, oggetto: rinnovo',
    ])
      expect(read(typed), typed).to.include({ text: typed, mail: null });
  });
});
