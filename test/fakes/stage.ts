import { startBotTokenService, type BotTokenService } from './bot-token-service.ts';
import { startEntra, type Entra, type FakeClient, type FakeUser } from './entra.ts';
import { startGraph, type Graph, type GraphOptions } from './graph.ts';
import { startPartnerCenter, type PartnerCenter, type PartnerCenterOptions } from './partner-center.ts';

const AURELIA = '11111111-1111-4111-8111-111111111111';
const BOREALIS = '22222222-2222-4222-8222-222222222222';

const person = (tenantId: string, objectId: string, displayName: string, domain: string): FakeUser => ({
  tenantId,
  objectId,
  displayName,
  email: `${displayName.toLowerCase().replace(' ', '.')}@${domain}`,
});
const ofAurelia = (number: number, name: string): FakeUser =>
  person(AURELIA, `a0000000-0000-4000-8000-00000000000${number}`, name, 'aureliasistemi.example');

/** The invented people of two partner companies. */
export const people = {
  sara: ofAurelia(1, 'Sara Conti'),
  marco: ofAurelia(2, 'Marco Galli'),
  elena: ofAurelia(3, 'Elena Riva'),
  paolo: ofAurelia(4, 'Paolo Serra'),
  dario: ofAurelia(6, 'Dario Fontana'),
  nadia: person(BOREALIS, 'b0000000-0000-4000-8000-000000000001', 'Nadia Berg', 'borealis.example'),
} as const;

export const tenants = [
  {
    tenantId: AURELIA,
    organizationId: '6f41695c-97da-4311-8c12-b5e66743d5d0',
    name: 'Aurelia Sistemi',
    mpnId: '7001234',
  },
  {
    tenantId: BOREALIS,
    organizationId: '0d5bbd4e-6f0f-4f16-9f3a-3f5f0f2b7c11',
    name: 'Borealis Consulting',
    mpnId: '7005678',
  },
] as const;

export const GLOBAL_ADMIN = '62e90394-69f5-4237-9190-012177145e10';
export const USER_ADMIN = 'fe930be7-5e62-47db-91af-98c3a49a38b1';

/** The bot's own app registration. */
export const bot: FakeClient = {
  clientId: 'c0000000-0000-4000-8000-000000000001',
  secret: 'a-secret-of-the-stage',
};

/** The Application ID URI that Teams takes single sign-on tokens for. */
export const BOT_URI = `api://botid-${bot.clientId}`;

export interface Stage {
  readonly entra: Entra;
  readonly partnerCenter: PartnerCenter;
  readonly graph: Graph;
  readonly tokens: BotTokenService;
  close(): Promise<void>;
}

export interface StageOptions {
  /** People beside the invented ones; all of them may make deals and see their own. */
  readonly users?: readonly FakeUser[];
  readonly partnerCenter?: Partial<Omit<PartnerCenterOptions, 'verifyToken'>>;
  readonly graph?: Partial<Omit<GraphOptions, 'verifyToken'>>;
  readonly now?: () => Date;
}

/** Starts all the stand-ins, wired to each other, with the invented people. */
export async function startStage(options: StageOptions = {}): Promise<Stage> {
  const { users: others = [] } = options;
  const users = [...Object.values(people), ...others];
  const clock = options.now ? { now: options.now } : {};
  const entra = await startEntra({ users, clients: [bot], ...clock });
  const verifyToken: PartnerCenterOptions['verifyToken'] = (token, audience) => entra.verify(token, audience);
  const partnerCenter = await startPartnerCenter({
    tenants,
    roles: {
      [people.sara.objectId]: 'admin',
      [people.marco.objectId]: 'user',
      [people.nadia.objectId]: 'admin',
      ...Object.fromEntries(others.map(({ objectId }) => [objectId, 'user' as const])),
    },
    ...clock,
    ...options.partnerCenter,
    verifyToken,
  });
  const roles = [{ tenantId: AURELIA, roleId: GLOBAL_ADMIN, principalId: people.dario.objectId }];
  const graph = await startGraph({ users, roles, ...options.graph, verifyToken });
  const scopes = (host: string): string => `${host}/.default offline_access`;
  const connect = (name: string, host: string) => ({
    name,
    scopes: scopes(host),
    client: bot,
    exchangeUri: BOT_URI,
  });
  const connections = [
    connect('partner', 'https://api.partner.microsoft.com'),
    connect('graph', 'https://graph.microsoft.com'),
  ];
  const tokens = await startBotTokenService({ entra, connections, users });
  const close = async (): Promise<void> => {
    await Promise.all([entra.close(), partnerCenter.close(), graph.close(), tokens.close()]);
  };
  return { entra, partnerCenter, graph, tokens, close };
}
