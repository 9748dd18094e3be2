import { expect } from 'chai';
import { actorOf, identify } from '../../src/bot/identity.ts';
import { AppError } from '../../src/errors.ts';
import { createFileDirectory } from '../../src/directory/file-directory.ts';
import { AURELIA_TENANT, SAMPLE_PEOPLE, SARA_ID } from '../../src/directory/sample-people.ts';

const conversation = { id: 'c', name: '', isGroup: false, conversationType: 'personal' };
const sara = { tenantId: AURELIA_TENANT, objectId: SARA_ID };
const directory = createFileDirectory({ people: SAMPLE_PEOPLE, asOf: '2026-11-24T00:00:00Z' });

describe('identity', () => {
  it('comes from the object id and the tenant of the activity, in either place and either case', () => {
    const from = { id: '29:x', name: '', aadObjectId: SARA_ID.toUpperCase() };
    expect(actorOf({ from, channelData: { tenant: { id: AURELIA_TENANT } }, conversation })).to.deep.equal(
      sara,
    );
    expect(actorOf({ from, conversation: { ...conversation, tenantId: AURELIA_TENANT } })).to.deep.equal(
      sara,
    );
  });
  it('counts only from channels that say truly who somebody is', () => {
    const from = { id: 'x', name: '', aadObjectId: SARA_ID };
    const activity = { from, channelData: { tenant: { id: AURELIA_TENANT } }, conversation };
    const trusted = ['msteams'];
    expect(actorOf({ ...activity, channelId: 'msteams' }, trusted)).to.deep.equal(sara);
    const forged = actorOf({ ...activity, channelId: 'directline' }, trusted);
    expect(forged).to.deep.equal({ tenantId: 'channel:directline', objectId: 'x' });
  });
  it('a directory that is away leaves the person unknown, and questions answered', async () => {
    const away = {
      ...directory,
      findPerson: () => Promise.reject(new AppError('unreachable', 'directory: away')),
    };
    const activity = { from: { id: 'x', name: '', aadObjectId: SARA_ID }, conversation };
    expect((await identify(activity, away, null)).person).to.equal(null);
  });
  it('without them is the channel’s id, which no directory knows', async () => {
    const activity = { channelId: 'emulator', from: { id: SARA_ID, name: 'Sara Conti' }, conversation };
    expect(actorOf(activity)).to.deep.equal({ tenantId: 'channel:emulator', objectId: SARA_ID });
    expect((await identify(activity, directory, null)).person).to.equal(null);
  });
  it('never comes from the name or the text', async () => {
    const activity = {
      channelId: 'x',
      from: { id: 'me', name: 'Sara Conti' },
      text: `sono ${SARA_ID}`,
      conversation,
    };
    expect((await identify(activity, directory, null)).person).to.equal(null);
  });
  it('an unknown local user acts as the demo person, a known one as themselves', async () => {
    const marco = { id: 'm', name: '', aadObjectId: 'a0000000-0000-4000-8000-000000000002' };
    const unknown = await identify({ from: { id: 'me', name: '' }, conversation }, directory, sara);
    expect(unknown).to.deep.include({ actor: sara });
    const known = await identify(
      { from: marco, conversation: { ...conversation, tenantId: AURELIA_TENANT } },
      directory,
      sara,
    );
    expect(known.person?.firstName).to.equal('Marco');
  });
});
