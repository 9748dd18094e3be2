import { expect } from 'chai';
import { type FormAct, takeAct } from '../../../dialogs/engine/commands.ts';
import type { FormDefinition } from '../../../dialogs/engine/definition.ts';
import { interpret } from '../../../dialogs/engine/interpret.ts';
import { emptyForm } from '../../../dialogs/engine/state.ts';
import type { OpenForm } from '../../../dialogs/engine/state.ts';
import { ask } from '../../../dialogs/engine/steps.ts';
import type { Outcome } from '../../../dialogs/engine/steps.ts';
import type { Scene } from '../../../dialogs/engine/values.ts';
import type { Slot } from '../../../dialogs/engine/slot.ts';
import { sara } from '../../../src/directory/sample-people.ts';
import { shownText } from '../card-text.ts';
import { turnOf } from './runner.ts';

/** A small form of its own: a table in a restaurant. */
interface Booking {
  readonly size: 'two' | 'four';
  readonly name: string;
  /** Proposed from the size. */
  readonly room: string;
  /** Asked for four only. */
  readonly chairs: number;
  readonly wishes: string;
}

type BookingSlot<K extends keyof Booking> = Slot<Booking, null, K>;

const isText = (value: unknown): value is string => typeof value === 'string';
const named = (...words: string[]) => ({ it: words, en: words });

const size: BookingSlot<'size'> = {
  name: 'size',
  words: named('persone'),
  ask: () => ({
    text: 'In quanti siete?',
    choices: [
      { id: 'two', label: 'Due' },
      { id: 'four', label: 'Quattro' },
    ],
    isClosed: true,
  }),
  parse: () => ({ kind: 'invalid', text: 'Due o quattro.' }),
  choose: (id) => (id === 'two' || id === 'four' ? id : undefined),
  show: (value) => value,
  effects: () => ({ chairs: null }),
  isValid: (value): value is Booking['size'] => value === 'two' || value === 'four',
};

const name: BookingSlot<'name'> = {
  name: 'name',
  isOpenEnded: true,
  words: named('nome'),
  ask: () => ({ text: 'A che nome?' }),
  parse: ({ text }) => ({ kind: 'value', value: text.replaceAll('"', '') }),
  show: (value) => value,
  isValid: isText,
};

const room: BookingSlot<'room'> = {
  name: 'room',
  words: named('sala'),
  ask: () => ({ text: 'Quale sala?' }),
  parse: ({ text }) => ({ kind: 'value', value: text }),
  take: ({ text }) => (/\bveranda\b/.test(text) ? { kind: 'value', value: 'veranda' } : null),
  propose: ({ values }) => (values.size === undefined ? undefined : `sala per ${values.size}`),
  show: (value) => value,
  isValid: isText,
};

const chairs: BookingSlot<'chairs'> = {
  name: 'chairs',
  words: named('sedie'),
  isAskedWhen: ({ values }) => values.size === 'four',
  ask: () => ({ text: 'Quante sedie alte?' }),
  parse: ({ text }) =>
    /^\d+$/.test(text)
      ? { kind: 'value', value: Number(text) }
      : { kind: 'invalid', text: 'Scrivi un numero, per esempio 1.' },
  show: String,
  isValid: (value): value is number => typeof value === 'number',
};

const wishes: BookingSlot<'wishes'> = {
  name: 'wishes',
  isOptional: true,
  isFreeText: true,
  words: named('richieste'),
  ask: () => ({ text: 'Richieste?' }),
  parse: ({ text }) => ({ kind: 'value', value: text }),
  show: (value) => value,
  isValid: isText,
};

const definition: FormDefinition<Booking, null> = {
  name: 'create-deal',
  version: 1,
  slots: [size, name, room, chairs, wishes],
  isDraftKept: true,
  load: () => Promise.resolve(null),
  start: () => Promise.resolve({ kind: 'go', values: {} }),
  review: ({ values }) => ({ summary: `Confermi ${JSON.stringify(values)}?` }),
  finish: () => Promise.resolve({ kind: 'done', replies: [] }),
  titleOf: (values) => values.name ?? null,
};

const now = new Date('2026-11-24T09:00:00Z');
const scene: Scene = {
  turn: turnOf(sara, 'it', now, []),
  locale: 'it',
  today: '2026-11-24',
  facts: null,
};

class Table {
  outcome: Outcome = ask({ definition, form: emptyForm(definition, 'd1', now), scene }, []);

  get form(): OpenForm {
    return this.outcome.form;
  }

  /** The news of all replies. */
  get text(): string {
    return this.outcome.replies.map(shownText).join('\n');
  }

  /** What the form would make of words. */
  read(text: string) {
    return interpret({ definition, form: this.form, scene }, text);
  }

  say(...lines: readonly string[]): this {
    for (const line of lines) this.outcome = this.read(line).outcome;
    return this;
  }

  act(act: Omit<FormAct, 'action' | 'draftId'>): this {
    this.outcome = takeAct({ definition, form: this.form, scene }, act);
    return this;
  }
}

describe('form engine', () => {
  let table: Table;

  beforeEach(() => {
    table = new Table();
  });

  it('asks the slots in the order of the table, says how many are left, and ends at the review', () => {
    expect(table.text).to.include('In quanti siete?');
    expect(table.say('due').text).to.include('A che nome?').and.include('(ne mancano 2)');
    expect(table.say('Rossi').text).to.include('Richieste?').and.include('(è l’ultima)');
    expect(table.say('salta').text).to.include('Confermi');
    expect(table.form.asked).to.equal(null);
  });

  it('announces what it fills by itself, and does not ask it', () => {
    expect(table.say('due').text).to.include('sala sala per two');
    expect(table.say('Rossi', 'niente').form.history).not.to.include('room');
  });

  it('proposes anew when the value behind a proposal changes, but keeps what the user gave', () => {
    table.say('due', 'Rossi', 'cambia persone in quattro');
    expect(table.form.values.room).to.equal('sala per four');
    table.say('cambia sala in veranda', 'cambia persone in due');
    expect(table.form.values.room).to.equal('veranda');
  });

  it('asks a slot only while its condition holds', () => {
    expect(table.say('quattro', 'Rossi').text).to.include('Quante sedie alte?');
    table.say('2', 'cambia persone in due');
    expect(table.form.asked).to.equal('wishes');
  });

  it('forgets by an effect, and asks again', () => {
    table.say('quattro', 'Rossi', '2', 'cambia persone in quattro');
    expect(table.form.values.chairs).to.equal(undefined);
    expect(table.form.asked).to.equal('chairs');
  });

  it('takes another slot from an answer that says more', () => {
    expect(table.say('due, in veranda').text).to.include('Segnato: persone two, sala veranda.');
    expect(table.form.values).to.include({ size: 'two', room: 'veranda' });
  });

  it('takes nothing from free text', () => {
    table.say('quattro', 'Rossi', '1', 'vicino alla veranda');
    expect(table.form.values).to.include({ room: 'sala per four', wishes: 'vicino alla veranda' });
  });

  describe('back', () => {
    it('walks the answers backwards, each kept until another is given', () => {
      expect(table.say('due', 'Rossi', 'indietro').text)
        .to.include('A che nome?')
        .and.include('Adesso: Rossi.');
      expect(table.say('indietro').text).to.include('In quanti siete?');
      expect(table.read('tieni così').outcome.form.asked).to.equal('wishes');
      expect(table.act({ do: 'keep' }).text).to.include('Richieste?');
      expect(table.form.values).to.include({ size: 'two', name: 'Rossi' });
    });

    it('says at the first question that nothing is before it', () => {
      expect(table.say('indietro').text).to.include('prima domanda').and.include('In quanti siete?');
    });
  });

  describe('names that look like commands', () => {
    it('are names in quotes, and where more than the command is said', () => {
      expect(table.say('due', '"annulla"').form.values.name).to.equal('annulla');
      table = new Table().say('due', 'Annulla S.r.l.');
      expect(table.form.values.name).to.equal('Annulla S.r.l.');
    });

    it('are names after "change" when they name no slot', () => {
      expect(table.say('due', 'Cambia Banca').form.values.name).to.equal('Cambia Banca');
    });
  });

  describe('cancel and restart', () => {
    it('ask once, where something was typed', () => {
      expect(table.say('due', 'annulla').text).to.include('Butto via').and.include('persone two');
      expect(table.say('no').text).to.include('A che nome?');
      expect(table.say('annulla', 'annulla').outcome.then).to.equal('discard');
    });

    it('end at once where nothing was typed', () => {
      expect(table.say('annulla').outcome.then).to.equal('discard');
    });

    it('take an answer in place of a yes for an answer', () => {
      expect(table.say('due', 'annulla', 'Rossi').form.values.name).to.equal('Rossi');
      expect(table.form.pending).to.equal(null);
    });

    it('start over with the same draft, emptied', () => {
      table.say('due', 'Rossi', 'ricomincia', 'sì');
      expect(table.form.history).to.deep.equal([]);
      expect(table.form.draft.id).to.equal('d1');
    });
  });

  describe('review', () => {
    beforeEach(() => table.say('due', 'Rossi', 'salta'));

    it('confirms by a yes, the command or the button of these values', () => {
      for (const yes of ['sì', 'confermo', 'ok']) {
        expect(table.read(yes).outcome.then).to.equal('finish');
      }
    });

    it('does not confirm values that an older card showed', () => {
      const confirm = table.outcome.replies.flatMap(({ buttons }) => buttons ?? [])[0];
      table.say('cambia nome in Verdi');
      if (confirm === undefined || !('action' in confirm) || confirm.action.action !== 'form')
        throw new Error();
      expect(table.act(confirm.action).text).to.include('riepilogo era vecchio').and.include('Verdi');
    });

    it('asks what to change after a no, by slot', () => {
      expect(table.say('no').text).to.include('Che cosa cambio?');
      expect(table.say('nome').text).to.include('A che nome?');
    });

    it('shows the summary, once, when asked where we are', () => {
      expect(table.say('a che punto siamo?').outcome.replies).to.have.length(1);
    });

    it('keeps a needed value whose question is skipped', () => {
      const before = table.form.values.name;
      expect(table.say('cambia nome', 'salta').text).to.include('Confermi');
      expect(table.form.values.name).to.be.a('string').and.equal(before);
    });

    it('takes a skipped slot when it is added later', () => {
      expect(table.say('cambia richieste in finestra').form.values.wishes).to.equal('finestra');
    });
  });

  describe('a tap', () => {
    it('on a choice that is gone changes nothing', () => {
      const before = table.form.values;
      expect(table.act({ do: 'choose', slot: 'size', choice: 'nine' }).text).to.include('non vale più');
      expect(table.form.values).to.deep.equal(before);
    });

    it('on an earlier question changes that answer alone', () => {
      table.say('due', 'Rossi').act({ do: 'choose', slot: 'size', choice: 'four' });
      expect(table.form.values).to.include({ size: 'four', name: 'Rossi' });
    });

    it('twice on the same choice says nothing new', () => {
      table
        .act({ do: 'choose', slot: 'size', choice: 'two' })
        .act({ do: 'choose', slot: 'size', choice: 'two' });
      expect(table.text).to.include('A che nome?').and.not.include('Segnato');
    });

    it("on the confirm of a form that isn't filled asks what is missing", () => {
      expect(table.act({ do: 'confirm' }).text).to.include('manca ancora');
      expect(table.outcome.then).to.equal('wait');
    });
  });

  describe('how sure it is', () => {
    const sure = (text: string) => table.read(text).take;

    it('is sure of closed choices and commands, and of nothing that asks', () => {
      expect(sure('quattro')).to.equal('surely');
      expect(sure('annulla')).to.equal('surely');
      expect(sure('a che punto siamo?')).to.equal('surely');
      expect(sure('quattro è troppo?')).to.equal('no');
      expect(sure('come funziona la prenotazione dei tavoli')).to.equal('no');
    });

    it('only may take what could be a name', () => {
      table.say('due');
      expect(sure('Rossi')).to.equal('maybe');
      expect(sure('chi è il proprietario')).to.equal('no');
    });
  });
});
