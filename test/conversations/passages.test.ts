import { expect } from 'chai';
import type { Learned } from '../../src/app/trained-index.ts';
import { withDocuments } from '../../src/documents/search/with-documents.ts';
import { importMarkdown } from '../documents/import/imported.ts';
import { learnOnce } from '../learned.ts';
import { Chat, startTestBot, type TestBot } from './chat.ts';

const PARKING = `---
title: Guida alla sede
ms.date: 03/15/2021
---
# Guida alla sede

La sede è in via delle Officine.

## Parcheggio delle auto elettriche

La colonnina si prenota dal portale della sede, al massimo per quattro ore. Il tesserino apre la sbarra. Nel fine settimana il parcheggio è chiuso.

## Prenotare una sala riunioni

1. Apri il portale della sede.
2. Scegli la sala e l'orario.
3. Conferma la prenotazione.

## Mensa

La mensa è aperta dalle dodici alle quattordici, e il buono pasto vale otto euro.
`;

async function learnedWith(markdown: string, path: string): Promise<Learned> {
  const { knowledge, answerer } = await learnOnce();
  const whole = { ...knowledge, sections: importMarkdown(markdown, { path }) };
  return { knowledge: whole, answerer: withDocuments(answerer, whole) };
}

describe('passages of imported documents', () => {
  let bot: TestBot;
  let chat: Chat;

  before(async () => {
    bot = await startTestBot({ learned: learnedWith(PARKING, 'sede/guida.md') });
  });
  after(() => bot.stop());
  beforeEach(() => (chat = new Chat(bot)));

  it('are said as what they are, with where they stand, of which day they are, and the way to the page', async () => {
    const { text, activities } = await chat.say('come prenoto la colonnina per le auto elettriche?');
    expect(text).to.contain('Ho trovato questo nei documenti').and.contain('quattro ore');
    expect(text).to.contain('Guida alla sede').and.contain('15 marzo 2021').and.contain('più di due anni fa');
    const json = JSON.stringify(activities);
    expect(json).to.match(/"url":"https:\/\/docs\.example\/[^"]+#/);
    expect(json).to.match(/"text":"colonnina","weight":"bolder"/i);
  });

  it('have steps as steps', async () => {
    const { text } = await chat.say('quali passaggi per prenotare una sala riunioni nel portale della sede?');
    expect(text).to.contain('Apri il portale').and.contain('Conferma la prenotazione');
  });

  it('have others beside them, one tap away, and none of them too', async () => {
    const { buttons } = await chat.say('come prenoto la colonnina per le auto elettriche?');
    expect(buttons).to.include('Nessuno di questi');
    const other = buttons.find((title) => title === 'Mensa' || title.startsWith('Prenotare'));
    const { text } = await chat.tap(other ?? '');
    expect(text).to.contain('Ho trovato questo nei documenti');
    await chat.say('come prenoto la colonnina per le auto elettriche?');
    expect((await chat.tap('Nessuno di questi')).text).not.to.contain('Ho trovato questo');
  });

  it('give way to an answer that people wrote, and an old button says that it is one', async () => {
    const { text } = await chat.say('posso modificare un deal dopo che l’ho segnato come vinto?');
    expect(text).not.to.contain('Ho trovato questo nei documenti');
    const gone = await chat.submit({ action: 'passage', id: 'sede/guida.md#che-non-c-e' });
    expect(gone.text).to.contain('non vale più');
  });

  it('lead on to what their document has follow on them, where that is still there', async () => {
    const prompts = [
      { label: 'E per mangiare?', section: 'sede/guida.md#mensa' },
      { label: 'Tolto', section: 'sede/guida.md#tolto' },
    ];
    const sections = importMarkdown(PARKING, { path: 'sede/guida.md' }).map((each) =>
      each.heading.startsWith('Parcheggio') ? { ...each, prompts } : each,
    );
    const { knowledge, answerer } = await learnOnce();
    const whole = { ...knowledge, sections };
    const learned = Promise.resolve({ knowledge: whole, answerer: withDocuments(answerer, whole) });
    const own = await startTestBot({ learned });
    const talk = new Chat(own);
    const { buttons } = await talk.say('come prenoto la colonnina per le auto elettriche?');
    expect(buttons).to.include('E per mangiare?').and.not.include('Tolto');
    expect((await talk.tap('E per mangiare?')).text).to.contain('otto euro');
    await own.stop();
  });

  it('are answered in the middle of a form, which then asks on', async () => {
    await chat.say('crea un deal');
    const { text, buttons } = await chat.say('come prenoto la colonnina per le auto elettriche?');
    expect(text).to.contain('quattro ore');
    expect(buttons).not.to.include('Nessuno di questi');
  });
});
