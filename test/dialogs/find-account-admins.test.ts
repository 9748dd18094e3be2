import { expect } from 'chai';
import { createFindAccountAdminsForm } from '../../dialogs/find-account-admins/dialog.ts';
import { FormDialog } from '../../dialogs/engine/form.ts';
import type { Admin } from '../../src/directory/directory.ts';
import { elena, paolo, sara } from '../../src/directory/sample-people.ts';
import type { Locale } from '../../src/language/locale.ts';
import { FormRunner, NOW, sampleServices } from './engine/runner.ts';
import type { Said } from './engine/runner.ts';

async function ask(
  options: { admins?: readonly Admin[]; person?: typeof sara | null; locale?: Locale } = {},
): Promise<Said> {
  const services = await sampleServices();
  const { admins, person = paolo, locale = 'it' } = options;
  const directory = {
    ...services.directory,
    ...(admins === undefined ? {} : { listAdmins: () => Promise.resolve(admins) }),
  };
  const form = new FormDialog(createFindAccountAdminsForm({ ...services, directory }), services);
  return new FormRunner(form, { person, locale }).begin('chi sono gli amministratori?');
}

/** Where the links of a card's text lead. */
const linksIn = ({ replies }: Said): string[] =>
  [...JSON.stringify(replies).matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url ?? '');

const admin = (changes: Partial<Admin> = {}): Admin => ({
  name: 'Ada Neri',
  email: 'ada.neri@azienda.example',
  objectId: null,
  role: 'account-admin',
  isGuest: false,
  source: 'company-list',
  asOf: NOW.toISOString(),
  ...changes,
});

describe('find-account-admins', () => {
  it('names who can grant access, account admin first, with role and how to write', async () => {
    const said = await ask();
    expect(said.text).to.match(
      /^Puoi chiedere a Elena Riva o Dario Fontana\.[\s\S]*Elena Riva, amministratore dell'account[\s\S]*Dario Fontana, amministratore globale/,
    );
    const links = linksIn(said);
    expect(links).to.include('mailto:elena.riva@aureliasistemi.example');
    const chat = 'https://teams.microsoft.com/l/chat/0/0?users=elena.riva%40aureliasistemi.example';
    expect(links.filter((link) => link.startsWith(chat))).to.have.length(1);
    expect(said.titles).to.deep.equal(['Scrivi a Elena', 'Scrivi a Dario', 'Apri in Partner Center']);
  });

  it("names the source of each fact, and what can't be looked up", async () => {
    const { text } = await ask();
    expect(text).to.match(/FAQ segnalazioni/);
    expect(text).to.match(
      /amministratore globale può concederli: lo dice la pagina dei ruoli .*, non la FAQ/,
    );
    expect(text).to.match(/Persone di esempio/);
    expect(text).to.match(/si vede per certo solo nel portale/);
  });

  it('lets who has no button be written to from their row', async () => {
    const three = ['a', 'b', 'c'].map((name) => admin({ name, email: `${name}@azienda.example` }));
    const plain = linksIn(await ask({ admins: three })).filter((link) => /users=[^&]*$/.test(link));
    expect(plain).to.deep.equal(['https://teams.microsoft.com/l/chat/0/0?users=c%40azienda.example']);
  });

  it('shows the way in the portal, step by step where no name is known', async () => {
    const known = (await ask()).text;
    expect(known).to.match(/ingranaggio.*Impostazioni account.*Gestione utenti.*amministratore account/);
    const { text } = await ask({ admins: [] });
    expect(text).to.match(
      /1\. .*ingranaggio[\s\S]*Impostazioni account[\s\S]*Gestione utenti[\s\S]*amministratore account/,
    );
  });

  it('writes the request, as plain text and inside the chat link', async () => {
    const said = await ask();
    const message = said.replies.at(-1);
    expect(message?.body).to.equal(undefined);
    expect(message?.summary).to.match(
      /Ciao Elena,\nper lavorare .*amministratore delle segnalazioni.*\n.*\nGrazie, Paolo Serra$/,
    );
    const [write] = said.buttons;
    const url = new URL(write !== undefined && 'url' in write ? write.url : '');
    expect(message?.summary).to.include(url.searchParams.get('message') ?? 'no message');
  });

  it('asks for a colleague where the person has the role already', async () => {
    expect((await ask({ person: sara })).text).to.match(/a una persona del team serve il ruolo/);
  });

  it('tells an admin that they can do it, and writes them no request', async () => {
    const said = await ask({ person: elena });
    expect(said.text)
      .to.match(/^Puoi farlo tu, oppure Dario Fontana/)
      .and.not.match(/Messaggio pronto/);
    const alone = await ask({ person: elena, admins: [admin({ email: elena.email.toUpperCase() })] });
    expect(alone.text).to.match(/^Puoi farlo tu: per quanto ne so/);
  });

  it('invents no name where nobody is known, and says what to do when nobody is left', async () => {
    const said = await ask({ admins: [] });
    expect(said.text).to.match(/^Non so chi sia il tuo amministratore dell'account/);
    expect(said.text).to.match(
      /amministratore globale della tua azienda[\s\S]*portale di Azure[\s\S]*dominio/,
    );
    expect(said.text).to.match(/Fonte: guida/);
    expect(said.text).to.match(/Ciao,\n/);
    expect(said.titles).to.deep.equal(['Apri in Partner Center']);
  });

  it('says of a listed name who keeps the list and of when it is, and of a read one where it was read', async () => {
    const graph = admin({
      name: 'Bo Verdi',
      role: 'user-admin',
      source: 'graph',
      isGuest: true,
      isEligibleOnly: true,
    });
    const { text } = await ask({ admins: [admin(), graph] });
    expect(text).to.match(/elenco tenuto dalla tua azienda, aggiornato martedì 24 novembre 2026/);
    expect(text).to.match(/Letto da Microsoft Entra martedì 24 novembre 2026/);
    expect(text).to.match(/amministratore utenti, ospite, deve prima attivare il ruolo/);
    expect(text).to.match(/che possa dare questi ruoli le mie fonti non lo dicono/);
    expect(text).not.to.match(/esempio, inventate/);
  });

  it('helps a person whom the directory does not know', async () => {
    expect((await ask({ person: null, admins: [admin()] })).text).to.match(/Ciao Ada,[\s\S]*Grazie$/);
  });

  it('is spoken in English', async () => {
    const { text } = await ask({ locale: 'en' });
    expect(text).to.match(/^You can ask Elena Riva or Dario Fontana\./);
    expect(text).to.match(/Hi Elena,\nto work on co-sell deals I need the Referrals admin role/);
  });
});
