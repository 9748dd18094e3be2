import type { Logger } from 'pino';
import { journalOf, type Stores } from './stores.ts';
import { createBotTokens } from '../auth/bot-credentials.ts';
import { createBotTokenService } from '../auth/bot-token-service.ts';
import type { SignIn } from '../auth/sign-in.ts';
import type { Audience, TokenSource } from '../auth/token-source.ts';
import { createUserTokens } from '../auth/user-tokens.ts';
import { type Config, type PartnerCenterConfig, sdkIdentity } from '../config/config.ts';
import type { Directory } from '../directory/directory.ts';
import { createFileDirectory } from '../directory/file-directory.ts';
import { createGraphDirectory } from '../directory/graph-directory.ts';
import type { CompanyLists } from '../directory/people-file.ts';
import {
  createPartnerCenterGateway,
  type PartnerCenterGateway,
} from '../referrals/partner-center/gateway.ts';
import type { SolutionList } from '../referrals/solutions-file.ts';
import type { Leases } from '../storage/lease.ts';
import { createRemoteService, type RemoteService } from '../remote/remote-service.ts';

/** The adapters to Microsoft's services. */
export interface RealDeals {
  readonly gateway: PartnerCenterGateway;
  readonly directory: Directory;
  readonly tokens: TokenSource & SignIn;
}

export interface RealDealsOptions {
  readonly config: Config;
  readonly partnerCenter: PartnerCenterConfig;
  readonly lists: CompanyLists;
  readonly solutions: SolutionList;
  readonly stores: Stores;
  readonly leases: Leases;
  readonly log: Logger;
  readonly now: () => Date;
  /** Told of each token that could not be had, and whose it is. */
  readonly onTokenFailure?: (whose: 'bot' | 'person') => void;
}

/** Joins the adapters for real deals: each call goes out with the token of the person who asks. */
export function openRealDeals(options: RealDealsOptions): RealDeals {
  const { partnerCenter, solutions, stores, leases, log, now } = options;
  const tokens = openTokens(options);
  const remote = (name: string, baseUrl: string, audience: Audience): RemoteService =>
    createRemoteService({
      name,
      baseUrl,
      audience,
      tokens,
      onCall: (call) => log.debug(call, 'call'),
    });
  const directory = openDirectory(options, remote('graph', partnerCenter.graphUrl, 'graph'));
  const gateway = createPartnerCenterGateway({
    service: remote('partner center', partnerCenter.referralsUrl, 'referrals'),
    journal: journalOf(stores),
    leases,
    directory,
    solutions,
    mayUseCrmId: !partnerCenter.usesCrmConnector,
    now,
  });
  return { gateway, directory, tokens };
}

function openTokens({
  config,
  partnerCenter,
  stores,
  onTokenFailure,
}: RealDealsOptions): TokenSource & SignIn {
  const identity = sdkIdentity(config.credentials);
  return createUserTokens({
    service: createBotTokenService({
      baseUrl: partnerCenter.tokenServiceUrl,
      appId: identity['MicrosoftAppId'] ?? null,
      botTokens: createBotTokens(identity, () => onTokenFailure?.('bot')),
      onFailure: () => onTokenFailure?.('person'),
    }),
    // Subscribing to events is an operator's act with a token of their own, not the bot's.
    connections: { ...partnerCenter.connections, 'partner-center': null },
    accounts: stores.accounts,
  });
}

/** Without a connection to Graph the company's own list is all that is known of people. */
function openDirectory({ partnerCenter, lists, now }: RealDealsOptions, graph: RemoteService): Directory {
  const listed = createFileDirectory(lists);
  if (partnerCenter.connections.graph === null) return listed;
  const companyOf = (tenantId: string) => lists.companies.get(tenantId.toLowerCase()) ?? null;
  return createGraphDirectory({ service: graph, listed, companyOf, now });
}
