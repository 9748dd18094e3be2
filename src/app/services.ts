import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { createDialogs } from '../../dialogs/index.ts';
import { fixedKnowledge, type LiveKnowledge, openKnowledgeOf } from './live-knowledge.ts';
import { createLayerSource, everybodysLayer } from './knowledge-layers.ts';
import { openRealDeals, type RealDeals } from './partner-center.ts';
import type { Storage } from './storage.ts';
import { createPersonData, openStores, type Stores, watchRecordsOf } from './stores.ts';
import type { StandingServices } from '../bot/turn.ts';
import { type Config, servedTenants } from '../config/config.ts';
import type { Directory, Person } from '../directory/directory.ts';
import { createFileDirectory } from '../directory/file-directory.ts';
import { type CompanyLists, loadPeopleFile } from '../directory/people-file.ts';
import { AURELIA_TENANT, SAMPLE_PEOPLE, SARA_ID } from '../directory/sample-people.ts';
import { type Learned, type Lessons, shippedLessons } from './trained-index.ts';
import { dealFileIn } from '../referrals/embedded/deal-file.ts';
import type { ReferralGateway } from '../referrals/gateway.ts';
import { createQuestions } from '../questions/questions.ts';
import { createKnownNames, namesIn, type NamesOfDeals } from '../referrals/known-names.ts';
import { createLowdbGateway } from '../referrals/embedded/lowdb-gateway.ts';
import type { Sandbox } from '../referrals/embedded/sandbox.ts';
import { loadSolutionsFile, type SolutionList } from '../referrals/solutions-file.ts';
import { createTurnMemory, type TurnMemory } from '../referrals/turn-memory.ts';
import type { Leases } from '../storage/lease.ts';
import type { FolderLock } from '../storage/folder-lock.ts';
import { createBook } from '../watch/book.ts';
import { observeGateway } from '../watch/observed-gateway.ts';
import type { Watching } from '../watch/watching.ts';
import { createWatchStore } from '../watch/watch-store.ts';
import { openKnowledgeFiles } from '../workshop/knowledge-files.ts';
import { createLayers, type Layers } from '../workshop/layer.ts';
import { type Actor, personKey } from '../identity/actor.ts';

/** Everything behind the ports, opened. */
export interface OpenServices {
  readonly services: Omit<
    StandingServices,
    'onTurn' | 'onRated' | 'experts' | 'onError' | 'onRefused' | 'limits' | 'connector' | 'delivery' | 'watch'
  > & { readonly watch: Watching };
  readonly live: LiveKnowledge;
  /** Plays Microsoft's part in the sample company's deals; null where real people are. */
  readonly sandbox: Sandbox | null;
  /** Null where deals are kept in the embedded store. */
  readonly real: RealDeals | null;
  readonly stores: Stores;
  /** What editors change where the knowledge folder isn't written. */
  readonly layers: Layers;
  /** Whose of these changes hold for everybody; null where those of each company hold for its own people. */
  readonly everybodys: string | null;
  /** Whom one can be on the local chat page. */
  readonly localPeople: readonly Person[];
  readonly memory: TurnMemory;
  /** Tells of each person who wants to be told something from now on. */
  readonly followWishes: (listener: (actor: Actor) => void) => void;
}

export interface OpenOptions {
  readonly config: Config;
  /** Null where nothing is kept on this machine. */
  readonly lock: FolderLock | null;
  readonly storage: Storage;
  readonly log: Logger;
  readonly now: () => Date;
  /** What is learnt, and kept up with; absent means what ships, with the folders of the configuration. */
  readonly lessons?: Lessons;
  /** Learnt before, where several assistants run in one process: it doesn't change. */
  readonly learned?: Promise<Learned>;
  /** Told of each token that could not be had, and whose it is. */
  readonly onTokenFailure?: (whose: 'bot' | 'person') => void;
}

/** Channels that say truly who somebody is. Elsewhere the client fills in the Entra ids by itself. */
const TRUSTED_CHANNELS = ['msteams'];

/** Without an app id the sample company is served, or stand-ins on this machine; with one, nothing of it. */
export async function openServices(options: OpenOptions): Promise<OpenServices> {
  const { config, storage, log, now } = options;
  const isAnonymous = config.credentials.kind === 'anonymous';
  const isSample = isAnonymous && config.partnerCenter === null;
  const { learned, lessons = shippedLessons(config.documentFolders) } = options;
  const lists = await openLists(config, isSample, now);
  const stores = openStores({ storage, log });
  const allowedTenants = servedTenants(config, lists.companies.keys());
  const everybodys = everybodysLayer(isAnonymous ? null : allowedTenants);
  const layers = createLayers({ layers: stores['knowledge-layers'], texts: stores['knowledge-texts'] }, now);
  const laid = createLayerSource(layers, everybodys, openKnowledgeFiles(lessons.dir));
  const live =
    learned === undefined
      ? await openKnowledgeOf(lessons, { log, now, layers: laid })
      : fixedKnowledge(await learned, { now });
  const { leases } = storage;
  const { gateway, directory, sandbox, real } = await openDeals(options, lists, isSample, { stores, leases });
  const memory = createTurnMemory();
  const { gateway: remembered, take: takeSeen } = observeGateway(memory.over(gateway), now);
  const known = real === null ? readNames(remembered) : createKnownNames(remembered);
  let tellWish: (actor: Actor) => void = () => undefined;
  const book = createBook({
    store: createWatchStore(watchRecordsOf(stores)),
    now,
    needsConsent: real !== null,
    takeSeen,
    dropUnsent: (actor) => stores.outbound.delete(personKey(actor)),
    onWanted: (actor) => tellWish(actor),
  });
  const services = {
    knowing: live.knowing,
    dialogs: createDialogs({ gateway: remembered, directory, notices: book, newId: randomUUID }),
    directory,
    gateway: remembered,
    sessions: stores.sessions,
    people: stores.people,
    leases,
    targetsSenders: config.targetsSenders,
    draftDays: config.retentionDays.drafts,
    personData: createPersonData(stores, config.retentionDays, now),
    keptDeals: real?.gateway ?? null,
    support: config.support,
    signIn: real?.tokens ?? null,
    watch: book,
    ...(isAnonymous ? {} : { trustedChannels: TRUSTED_CHANNELS }),
    allowedTenants,
    demoActor: isSample ? { tenantId: AURELIA_TENANT, objectId: SARA_ID } : null,
    now,
    dealNames: known,
    namesToHide: async (actor: Actor) =>
      withColleagues(await known(actor), await directory.listColleagues(actor)),
    questions: createQuestions(config.keepsQuestions ? stores.questions : null),
  };
  const localPeople = isAnonymous ? lists.people : [];
  const followWishes: OpenServices['followWishes'] = (listener) => (tellWish = listener);
  return {
    services,
    live,
    sandbox: isSample ? sandbox : null,
    real,
    stores,
    layers,
    everybodys,
    localPeople,
    memory,
    followWishes,
  };
}

interface Deals {
  readonly gateway: ReferralGateway;
  readonly directory: Directory;
  readonly sandbox: Sandbox | null;
  readonly real: RealDeals | null;
}

async function openDeals(
  options: OpenOptions,
  lists: CompanyLists,
  isSample: boolean,
  { stores, leases }: Pick<OpenServices, 'stores'> & { readonly leases: Leases },
): Promise<Deals> {
  const { config, lock, log, now } = options;
  const { partnerCenter } = config;
  const solutions = config.solutionsFile === null ? null : await loadSolutionsFile(config.solutionsFile);
  if (partnerCenter !== null) {
    const none: SolutionList = new Map();
    const { onTokenFailure = () => undefined } = options;
    const known = { config, partnerCenter, lists, solutions: solutions ?? none };
    const parts = { ...known, stores, leases, log, now, onTokenFailure };
    const real = openRealDeals(parts);
    return { gateway: real.gateway, directory: real.directory, sandbox: null, real };
  }
  if (lock === null) throw new Error('deals kept on this machine without a folder');
  const directory = createFileDirectory(lists);
  const gateway = await createLowdbGateway({
    file: dealFileIn(lock),
    directory,
    withSampleData: isSample,
    ...(solutions === null ? {} : { solutions }),
    now,
  });
  return { gateway, directory, sandbox: gateway, real: null };
}

async function openLists(config: Config, isSample: boolean, now: () => Date): Promise<CompanyLists> {
  if (config.companyFile !== null) return loadPeopleFile(config.companyFile);
  return { people: isSample ? SAMPLE_PEOPLE : [], companies: new Map(), asOf: now().toISOString() };
}

/** From the embedded store, where reading costs nothing. */
function readNames(gateway: ReferralGateway): (actor: Actor) => Promise<NamesOfDeals> {
  return async (actor) => namesIn(await gateway.list(actor));
}

function withColleagues(
  { customers, people }: NamesOfDeals,
  colleagues: readonly Person[],
): Pick<NamesOfDeals, 'customers' | 'people'> {
  return { customers, people: [...people, ...colleagues.map(nameOf)] };
}

const nameOf = ({ firstName, lastName }: Person): string => `${firstName} ${lastName}`;
