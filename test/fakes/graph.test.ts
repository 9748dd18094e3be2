import { expect } from 'chai';
import { GLOBAL_ADMIN, people, startStage, USER_ADMIN, type Stage } from './stage.ts';

type Json = Record<string, unknown>;
const GROUP = 'd0000000-0000-4000-8000-000000000001';
const INNER = 'd0000000-0000-4000-8000-000000000002';

describe('fakes: Graph', () => {
  let stage: Stage;
  const { tenantId } = people.sara;

  async function get(path: string, user = people.sara) {
    const authorization = `Bearer ${stage.entra.issue(user, 'https://graph.microsoft.com')}`;
    const url = path.startsWith('http') ? path : `${stage.graph.url}/v1.0/${path}`;
    const response = await fetch(url, { headers: { authorization } });
    return { status: response.status, body: (await response.json()) as Json };
  }
  const assignments = `roleManagement/directory/roleAssignments?$filter=roleDefinitionId eq '${GLOBAL_ADMIN}'`;

  beforeEach(async () => {
    stage = await startStage({
      graph: {
        pageSize: 1,
        groups: [
          { tenantId, id: GROUP, displayName: 'AdminAgents', members: [people.elena.objectId, INNER] },
          { tenantId, id: INNER, displayName: 'Nested', members: [people.marco.objectId, GROUP] },
        ],
        roles: [
          { tenantId, roleId: GLOBAL_ADMIN, principalId: people.dario.objectId },
          { tenantId, roleId: GLOBAL_ADMIN, principalId: GROUP },
          {
            tenantId,
            roleId: USER_ADMIN,
            principalId: people.paolo.objectId,
            scope: '/administrativeUnits/1',
          },
          { tenantId, roleId: USER_ADMIN, principalId: people.sara.objectId, isEligibleOnly: true },
        ],
      },
    });
  });
  afterEach(() => stage.close());

  it('lists role assignments with the principal only when asked, page by page', async () => {
    const first = await get(`${assignments}&$expand=principal`);
    const [one] = first.body['value'] as Json[];
    expect((one?.['principal'] as Json | undefined)?.['displayName']).to.equal('Dario Fontana');
    const second = await get(String(first.body['@odata.nextLink']));
    const [two] = second.body['value'] as Json[];
    expect((two?.['principal'] as Json | undefined)?.['@odata.type']).to.equal('#microsoft.graph.group');
    expect(second.body).not.to.have.property('@odata.nextLink');
    const [plain] = (await get(assignments)).body['value'] as Json[];
    expect(plain).not.to.have.property('principal');
  });

  it('has the members of a role, but 404 for one never activated', async () => {
    const members = await get(
      `directoryRoles(roleTemplateId='${GLOBAL_ADMIN}')/members?$select=displayName,mail`,
    );
    expect((members.body['value'] as Json[])[0]).to.include({
      displayName: 'Dario Fontana',
      mail: people.dario.email,
    });
    expect((await get(`directoryRoles(roleTemplateId='${USER_ADMIN}')/members`)).status).to.equal(404);
  });

  it('expands groups within groups, once each', async () => {
    const found = await get("groups?$filter=displayName eq 'AdminAgents'&$select=id");
    expect(found.body['value']).to.have.length(1);
    const path = `groups/${GROUP}/transitiveMembers/microsoft.graph.user`;
    const first = await get(path);
    const second = await get(String(first.body['@odata.nextLink']));
    const names = [first, second].map(({ body }) => (body['value'] as Json[])[0]?.['displayName']);
    expect(names).to.deep.equal(['Elena Riva', 'Marco Galli']);
  });

  it('keeps eligible roles apart from active ones', async () => {
    const path = `roleManagement/directory/roleEligibilityScheduleInstances?$filter=roleDefinitionId eq '${USER_ADMIN}'&$expand=principal`;
    const [one] = (await get(path)).body['value'] as Json[];
    expect((one?.['principal'] as Json | undefined)?.['displayName']).to.equal('Sara Conti');
  });

  it('shows one tenant nothing of another, and refuses on demand', async () => {
    expect((await get(assignments, people.nadia)).body['value']).to.deep.equal([]);
    stage.graph.deny('roleAssignments');
    const { status, body } = await get(assignments);
    expect([status, (body['error'] as Json)['code']]).to.deep.equal([403, 'Authorization_RequestDenied']);
    stage.graph.allow('roleAssignments');
    expect((await get(assignments)).status).to.equal(200);
  });

  it('tells a user by id and the caller by me', async () => {
    expect((await get('me')).body['mail']).to.equal(people.sara.email);
    expect((await get(`users/${people.dario.objectId}?$select=displayName`)).body).to.have.property(
      'displayName',
      'Dario Fontana',
    );
  });
});
