import { expect } from 'chai';
import { coSellBody, invitationBody, marco, privateBody } from './bodies.ts';
import { alterBody, dropAfter, gatewayThrottle, slow, throttle } from './faults.ts';
import { people, startStage, type Stage } from './stage.ts';
import type { FakeUser } from './entra.ts';

type Json = Record<string, unknown>;
const AUDIENCE = 'https://api.partner.microsoft.com';

describe('fakes: Partner Center referrals', () => {
  let stage: Stage;
  let now: Date;

  async function call(
    user: FakeUser | null,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const authorization = user ? { authorization: `Bearer ${stage.entra.issue(user, AUDIENCE)}` } : {};
    const response = await fetch(`${stage.partnerCenter.referrals.url}/v1.0/engagements${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : null) as Json,
    };
  }

  const create = async (body: Json, user: FakeUser = people.sara): Promise<Json> =>
    (await call(user, 'POST', '/referrals', body)).body;
  const list = async (query: string, user: FakeUser = people.sara): Promise<Json[]> =>
    (await call(user, 'GET', `/referrals?${query}`)).body['value'] as Json[];
  const errorOf = (body: Json): Json => body['error'] as Json;

  beforeEach(async () => {
    now = new Date('2026-11-02T09:00:00Z');
    stage = await startStage({ now: () => now, partnerCenter: { pageSize: 2 } });
  });
  afterEach(() => stage.close());

  it('makes our record Active/Accepted at once and gives it an eTag inside quotes', async () => {
    const { status, body, headers } = await call(
      people.sara,
      'POST',
      '/referrals',
      privateBody({ status: 'New', substatus: 'Pending', somethingNew: { a: 1 } }),
    );
    expect(status).to.equal(200);
    expect(body).to.include({
      status: 'Active',
      substatus: 'Accepted',
      direction: 'Outgoing',
      organizationName: 'Aurelia Sistemi',
    });
    expect(body['somethingNew']).to.deep.equal({ a: 1 });
    expect(body['eTag'])
      .to.match(/^".+"$/)
      .and.to.equal(headers.get('etag'));
  });

  it('echoes the client-request-id and gives its own request-id', async () => {
    const { headers } = await call(people.sara, 'GET', '/referrals', undefined, {
      'client-request-id': 'abc',
    });
    expect(headers.get('client-request-id')).to.equal('abc');
    expect(headers.get('request-id')).to.match(/^[\da-f-]{36}$/);
  });

  it('refuses tokens of nobody, of another audience, and ended ones with 401', async () => {
    expect((await call(null, 'GET', '/referrals')).status).to.equal(401);
    const alien = stage.entra.issue(people.sara, 'https://graph.microsoft.com');
    expect(
      (await call(null, 'GET', '/referrals', undefined, { authorization: `Bearer ${alien}` })).status,
    ).to.equal(401);
    const ended = stage.entra.issue(people.sara, AUDIENCE, { lifetimeS: -1 });
    const { body } = await call(null, 'GET', '/referrals', undefined, { authorization: `Bearer ${ended}` });
    expect(errorOf(body)['code']).to.equal('unauthenticated');
  });

  it("shows an admin the tenant's deals, a user those with them on the team, nobody else any", async () => {
    const shared = await create(privateBody({ team: [marco] }));
    await create(privateBody());
    expect(await list('', people.sara)).to.have.length(2);
    expect((await list('', people.marco)).map(({ id }) => id)).to.deep.equal([shared['id']]);
    expect(await list('', people.nadia)).to.deep.equal([]);
    const { status, body } = await call(people.paolo, 'GET', '/referrals');
    expect([status, errorOf(body)['code']]).to.deep.equal([403, 'accessDenied']);
    expect((await call(people.nadia, 'GET', `/referrals/${String(shared['id'])}`)).status).to.equal(404);
  });

  for (const [what, change, target] of [
    ['a type that is none', { type: 'Sharde' }, 'type'],
    ['no consent', { consent: { consentToContact: true } }, 'consent'],
    ['no team', { team: [] }, 'team'],
    [
      'a country in words',
      { customerProfile: { name: 'X', address: { addressLine1: 'Via 1', city: 'Y', country: 'Italia' } } },
      'customerProfile.address.country',
    ],
    [
      'a help code that is none',
      { type: 'Shared', inviteContext: { assistanceRequestCode: 'Money' } },
      'inviteContext.assistanceRequestCode',
    ],
  ] as const) {
    it(`refuses ${what} with 400 and names ${target}`, async () => {
      const { status, body } = await call(people.sara, 'POST', '/referrals', privateBody(change));
      expect([status, errorOf(body)['code'], errorOf(body)['target']]).to.deep.equal([
        400,
        'invalidRequest',
        target,
      ]);
    });
  }

  it('invites Microsoft by the second POST, and groups both by engagement', async () => {
    const own = await create(coSellBody());
    const engagement = `$filter=${encodeURIComponent(`engagementId eq '${String(own['engagementId'])}'`)}`;
    expect(await list(engagement)).to.have.length(1);
    await create(invitationBody(String(own['engagementId'])));
    const both = await list(`${engagement}&$orderby=createdDateTime`);
    expect(
      both.map((one) => [one['organizationId'] === 'msft', one['status'], one['substatus']]),
    ).to.have.deep.members([
      [false, 'Active', 'Accepted'],
      [true, 'New', 'Pending'],
    ]);
  });

  it("refuses an invitation without the customer's contact", async () => {
    const own = await create(coSellBody());
    const body = invitationBody(String(own['engagementId']));
    const customerProfile = { ...(body['customerProfile'] as Json), team: [] };
    const answer = await call(people.sara, 'POST', '/referrals', { ...body, customerProfile });
    expect([answer.status, errorOf(answer.body)['target']]).to.deep.equal([400, 'customerProfile.team']);
  });

  it('lets Microsoft accept, decline with a reason, or let 14 days pass', async () => {
    const made: string[] = [];
    for (let index = 0; index < 3; index += 1) {
      const own = await create(coSellBody());
      await create(invitationBody(String(own['engagementId'])));
      made.push(String(own['id']));
    }
    const [accepted = '', declined = '', expired = ''] = made;
    stage.partnerCenter.accept(accepted);
    stage.partnerCenter.decline(declined, 'No Microsoft seller directly manages this customer');
    now = new Date('2026-11-16T09:00:01Z');
    const sides = stage.partnerCenter.records;
    const own = (await call(people.sara, 'GET', `/referrals/${accepted}`)).body;
    expect((own['trackingInfo'] as Json)['microsoftMsxId']).to.be.a('string');
    const sideOf = (id: string): Json | null => {
      const engagement = sides.all.find((one) => one['id'] === id)?.['engagementId'];
      return sides.microsoftSideOf(String(engagement));
    };
    expect(sideOf(accepted)).to.include({ status: 'Active', substatus: 'Accepted' });
    expect(sideOf(declined)).to.include({
      substatus: 'Declined',
      statusReason: 'No Microsoft seller directly manages this customer',
    });
    expect(sideOf(expired)).to.include({ status: 'Closed', substatus: 'Expired' });
  });

  it('pages by next links with http: and without /engagements, which work', async () => {
    for (let index = 0; index < 5; index += 1) {
      now = new Date(now.getTime() + 1000);
      await create(privateBody({ name: `Deal ${index}` }));
    }
    const names: unknown[] = [];
    let { body } = await call(people.sara, 'GET', '/referrals?$orderby=createdDateTime%20desc');
    names.push(...(body['value'] as Json[]).map(({ name }) => name));
    while (body['@odata.nextLink']) {
      const link = new URL(body['@odata.nextLink']);
      expect([link.protocol, link.pathname]).to.deep.equal(['http:', '/v1.0/referrals']);
      const authorization = `Bearer ${stage.entra.issue(people.sara, AUDIENCE)}`;
      body = (await (await fetch(link, { headers: { authorization } })).json()) as Json;
      names.push(...(body['value'] as Json[]).map(({ name }) => name));
    }
    expect(names).to.deep.equal(['Deal 4', 'Deal 3', 'Deal 2', 'Deal 1', 'Deal 0']);
  });

  it('filters as documented and refuses what is not', async () => {
    await create(privateBody({ team: [marco], externalReferenceId: 'CRM-1' }));
    await create(coSellBody());
    const find = (filter: string): Promise<Json[]> => list(`$filter=${encodeURIComponent(filter)}`);
    expect(await find(`team/any(t:t/email eq '${marco.email}') and status eq 'Active'`)).to.have.length(1);
    expect(
      await find("type eq 'Shared' or (type eq 'Independent' and not (status eq 'Closed'))"),
    ).to.have.length(2);
    expect(await find("customerProfile/address/country eq 'FR'")).to.have.length(0);
    for (const filter of [
      "externalReferenceId eq 'CRM-1'",
      'engagementId eq 143215e8-e641-44a1-a4c9-0406ce0ea4a5',
      "type eq 'x",
    ]) {
      expect(
        (await call(people.sara, 'GET', `/referrals?$filter=${encodeURIComponent(filter)}`)).status,
        filter,
      ).to.equal(400);
    }
    expect((await call(people.sara, 'GET', '/referrals?$orderby=name')).status).to.equal(400);
  });

  it('patches with If-Match: 204, or the record when asked for, or 412', async () => {
    const own = await create(privateBody());
    const path = `/referrals/${String(own['id'])}`;
    const patch = [
      { op: 'replace', path: '/details/dealValue', value: '52000' },
      { op: 'add', path: '/team/-', value: marco },
    ];
    expect(
      (await call(people.sara, 'PATCH', path, patch, { 'if-match': String(own['eTag']) })).status,
    ).to.equal(204);
    const stale = await call(people.sara, 'PATCH', path, patch, { 'if-match': String(own['eTag']) });
    expect([stale.status, errorOf(stale.body)['code']]).to.deep.equal([412, 'resourceModified']);
    const asked = await call(people.sara, 'PATCH', path, [patch[0]], { prefer: 'return=representation' });
    expect(asked.body['team']).to.have.length(2);
    expect((asked.body['details'] as Json)['dealValue']).to.equal(52000);
  });

  it('keeps to the state table and refuses to change what is closed', async () => {
    const own = await create(privateBody());
    const path = `/referrals/${String(own['id'])}`;
    const set = (status: string, substatus: string): unknown => [
      { op: 'replace', path: '/status', value: status },
      { op: 'replace', path: '/substatus', value: substatus },
    ];
    expect((await call(people.sara, 'PATCH', path, set('New', 'Pending'))).status).to.equal(400);
    expect((await call(people.sara, 'PATCH', path, set('Active', 'Won'))).status).to.equal(400);
    expect((await call(people.sara, 'PATCH', path, set('Closed', 'Won'))).status).to.equal(204);
    expect(
      (await call(people.sara, 'PATCH', path, [{ op: 'replace', path: '/details/notes', value: 'x' }]))
        .status,
    ).to.equal(400);
    expect(
      (await call(people.sara, 'PATCH', path, [{ op: 'replace', path: '/name', value: 'x' }])).status,
    ).to.equal(400);
    expect((await call(people.sara, 'DELETE', path)).status).to.equal(405);
  });

  it('registers a won deal that Microsoft may see, and no other', async () => {
    const registration = {
      type: 'AzureIPCoSell',
      solutionDetails: [{ id: 'SOL-70218-QRT', value: 47000, currency: 'EUR' }],
      contract: { value: 52000 },
    };
    const patch = [{ op: 'add', path: '/registrations/-', value: registration }];
    const won = [
      { op: 'replace', path: '/status', value: 'Closed' },
      { op: 'replace', path: '/substatus', value: 'Won' },
    ];
    const statuses: unknown[] = [];
    for (const body of [coSellBody(), privateBody()]) {
      const path = `/referrals/${String((await create(body))['id'])}`;
      statuses.push((await call(people.sara, 'PATCH', path, patch)).status);
      await call(people.sara, 'PATCH', path, won);
      statuses.push((await call(people.sara, 'PATCH', path, patch)).status);
    }
    expect(statuses).to.deep.equal([400, 204, 400, 400]);
  });

  it('throttles, answers slowly, and drops the line after doing the work, on demand', async () => {
    const { faults } = stage.partnerCenter.referrals;
    faults.plan({ method: 'GET' }, throttle(7));
    faults.plan({ method: 'GET' }, gatewayThrottle(21));
    const throttled = await call(people.sara, 'GET', '/referrals');
    expect([throttled.status, throttled.headers.get('retry-after')]).to.deep.equal([429, '7']);
    expect((await call(people.sara, 'GET', '/referrals')).body['statusCode']).to.equal(429);
    faults.plan({ method: 'POST' }, dropAfter);
    const lost = await create(privateBody()).then(
      () => 'answered',
      () => 'lost',
    );
    expect([lost, await list('')].map((one) => (Array.isArray(one) ? one.length : one))).to.deep.equal([
      'lost',
      1,
    ]);
    faults.plan({}, slow(60_000));
    const answer = await fetch(`${stage.partnerCenter.referrals.url}/`, {
      signal: AbortSignal.timeout(50),
    }).catch((error: Error) => error.name);
    expect(answer).to.equal('TimeoutError');
    expect(faults.left).to.equal(0);
  });

  it('answers with enum values nobody knows, on demand', async () => {
    const own = await create(privateBody());
    stage.partnerCenter.referrals.faults.plan(
      {},
      alterBody((body) => ({ ...body, substatus: 'Hibernating' })),
    );
    expect((await call(people.sara, 'GET', `/referrals/${String(own['id'])}`)).body['substatus']).to.equal(
      'Hibernating',
    );
  });
});
