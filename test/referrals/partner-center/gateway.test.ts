import { marco, sara as saraPerson } from '../../../src/directory/sample-people.ts';
import { toMember } from '../../../src/referrals/team.ts';
import { people } from '../../fakes/stage.ts';
import { describeGateway } from '../gateway.contract.ts';
import { solution, startGatewayStage } from './stage.ts';

describeGateway('Partner Center', async () => {
  const { stage, gateway } = await startGatewayStage();
  return {
    gateway,
    actors: { admin: people.sara, user: people.marco, nobody: people.paolo, stranger: people.nadia },
    members: { admin: toMember(saraPerson), user: toMember(marco) },
    solution,
    playMicrosoft: ({ id }, act) => {
      if (act.kind === 'accept') stage.partnerCenter.accept(id);
      else if (act.kind === 'decline') stage.partnerCenter.decline(id, act.reason);
      else stage.partnerCenter.expire(id);
      return Promise.resolve();
    },
    stop: () => stage.close(),
  };
});
