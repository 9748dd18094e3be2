import { expect } from 'chai';
import { type App, createApp } from '../../src/app/app.ts';
import { toActivity } from '../../src/cards/reply.ts';
import { readConfig } from '../../src/config/config.ts';
import { visibleLine } from '../../src/language/visible-text.ts';
import { outsideReplies } from '../cards/outside-replies.ts';
import { ATTACKS, EVIL_HOST } from '../cards/outside-words.ts';
import { learnOnce } from '../learned.ts';
import { quietLog } from '../quiet-log.ts';
import { useTempDir } from '../temp-dir.ts';
import { type Chat, openChat } from './chat.ts';
import { useChromium } from './chromium.ts';

/** Attacks in one name, so that there are few cards to draw. */
const AT_ONCE = 7;

/** What the page made of an activity. */
interface Drawn {
  readonly text: string;
  /** Where its links lead, and where its images come from. */
  readonly addresses: readonly string[];
}

/** Draws activities with the page's own code; runs in the page, so it is passed as text. */
const DRAW = `async (activities) => {
  const { botMessage } = await import('/assets/message-view.js');
  return activities.map((activity) => {
    const drawn = botMessage(activity, { texts: {}, onAct() {}, onSuggestion() {} });
    document.body.append(drawn);
    const addresses = [...drawn.querySelectorAll('a, img, iframe, script')].map((each) => each.href ?? each.src);
    const text = drawn.querySelector('.bubble').innerText;
    drawn.remove();
    return { text, addresses };
  });
}`;

describe('words of others on the chat page, in Chromium', function () {
  const browser = useChromium(this);
  const data = useTempDir();
  let app: App;
  let chat: Chat;

  beforeEach(async () => {
    const config = readConfig({ PORT: '0', DATA_DIR: data.path });
    app = await createApp(config, { log: quietLog, learned: learnOnce() });
    chat = await openChat(browser(), await app.start(), { viewport: { width: 390, height: 844 } });
  });
  afterEach(async () => {
    await chat.close();
    await app.stop();
  });

  async function draw(words: string): Promise<(Drawn & { readonly name: string })[]> {
    const replies = await outsideReplies(words, 'it');
    const activities = replies.map(({ reply }, index) => ({ id: String(index), ...toActivity(reply, 'it') }));
    const drawn: Drawn[] = await chat.page.evaluate(`(${DRAW})(${JSON.stringify(activities)})`);
    return drawn.map((each, index) => ({ name: replies[index]?.name ?? '', ...each }));
  }

  it('a customer called like a link is no link on the deal’s card, nor in a question or a summary', async () => {
    const customer = `\`a\` [Verifica accesso](https://${EVIL_HOST}/login) Spa`;
    await chat.say('crea un deal privato da 80k per fine marzo, wms');
    await chat.say(`"${customer}"`);
    await chat.say('Via Roma 1, 37100 Verona, Italia');
    await chat.say('no');
    await chat.tap('Crea il deal');
    await chat.tap('Vedi lo stato');
    expect(await chat.lastMessage()).to.contain(customer);
    expect(await chat.page.locator(`a[href*="${EVIL_HOST}"]`).count()).to.equal(0);
    expect(await chat.page.evaluate('document.documentElement.scrollWidth')).to.equal(390);
    expect(chat.complaints).to.deep.equal([]);
  });

  it('in every kind of reply they are shown as typed, and the links are those of the reply', async () => {
    const harmless = await draw('Fabrikam');
    for (let first = 0; first < ATTACKS.length; first += AT_ONCE) {
      const words = `X ${ATTACKS.slice(first, first + AT_ONCE).join(' ')} Y`;
      const hostile = await draw(words);
      const usual = harmless.filter(({ name }) => !name.startsWith('answer to'));
      const rest = hostile.filter(({ name }) => !name.startsWith('answer to'));
      for (const [index, { name, text, addresses }] of rest.entries()) {
        expect(addresses.length, `${name}: ${words}`).to.equal(usual[index]?.addresses.length);
        expect(
          addresses.filter((each) => new URL(each).host === EVIL_HOST),
          name,
        ).to.deep.equal([]);
        const isShown = usual[index]?.text.includes('Fabrikam') === true;
        if (isShown) expect(flat(text), name).to.contain(flat(visibleLine(words)));
      }
      const answers = hostile.filter(({ name }) => name.startsWith('answer to'));
      expect(answers.flatMap(({ addresses }) => addresses)).to.deep.equal([]);
    }
  });
});

/** A browser shows several spaces as one. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');
