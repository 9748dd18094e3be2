import { expect } from 'chai';
import { type ActivityResponse, createBotAdapter } from '../../src/bot/adapter.ts';
import { createDoor, type DoorOptions } from '../../src/bot/door.ts';
import { quietLog } from '../quiet-log.ts';

const ACTIVITY = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.example/teams',
  conversation: { id: 'c' },
};
const ANYBODY = { channels: [], serviceUrl: ACTIVITY.serviceUrl };

describe('the door', () => {
  let turns = 0;
  beforeEach(() => void (turns = 0));
  const door = (checkCaller: DoorOptions['checkCaller']) =>
    createDoor({
      adapter: createBotAdapter(() => 'ref'),
      handler: () => {
        turns += 1;
        return Promise.resolve('done');
      },
      checkCaller,
      log: quietLog,
    });
  const statusOf = ({ status }: ActivityResponse): number => status;

  it('lets nobody in who was not judged, where anybody is to be', async () => {
    const guarded = door(() => Promise.resolve(ANYBODY));
    expect(statusOf(await guarded.receive(null, ACTIVITY))).to.equal(401);
    expect(turns).to.equal(0);
    expect(statusOf(await guarded.receive(ANYBODY, ACTIVITY))).to.equal(200);
    expect(turns).to.equal(1);
  });

  it('lets everybody in where nobody is judged', async () => {
    expect(statusOf(await door(null).receive(null, ACTIVITY))).to.equal(200);
    expect(turns).to.equal(1);
  });

  it('lets who was judged bring their own channel’s activities alone', async () => {
    const other = { channels: ['webchat'], serviceUrl: ACTIVITY.serviceUrl };
    expect(statusOf(await door(() => Promise.resolve(other)).receive(other, ACTIVITY))).to.equal(401);
    expect(turns).to.equal(0);
  });

  it('is shut while nobody can say who calls', async () => {
    const broken = door(() => Promise.reject(new Error('a fault of our own')));
    const answer = await broken.admit('Bearer x');
    expect(answer.isAdmitted).to.equal(false);
    expect(answer.isAdmitted ? 0 : statusOf(answer.response)).to.equal(500);
  });
});
