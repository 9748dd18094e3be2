import type { Activity, TurnContext } from 'botbuilder';
import type { DialogHost, DialogState, Dialogs } from '../../dialogs/index.ts';
import type { DialogTurn } from '../../dialogs/turn.ts';
import type { Support } from '../cards/none-card.ts';
import type { Reply } from '../cards/reply-data.ts';
import type { Connector } from '../channel/connector.ts';
import type { Delivery } from '../channel/delivery.ts';
import type { SignIn } from '../auth/sign-in.ts';
import type { Directory } from '../directory/directory.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { dayIn, HOME_TIME_ZONE, isTimeZone } from '../language/format.ts';
import { LOCALES, type Language, type Locale } from '../language/locale.ts';
import { languages } from '../language/said.ts';
import type { Answerer } from '../matching/match.ts';
import type { Reader } from '../reading/reader.ts';
import type { Reading } from '../reading/reading.ts';
import type { DealForgetting, ReferralGateway } from '../referrals/gateway.ts';
import type { NamesOfDeals } from '../referrals/known-names.ts';
import type { NamesToHide } from '../questions/mask.ts';
import type { RatedBy, Rating } from '../questions/question.ts';
import type { TurnUsage } from '../workshop/usage.ts';
import type { Questions } from '../questions/questions.ts';
import type { PersonData } from '../storage/person-data.ts';
import type { PersonRecord } from '../storage/person-record.ts';
import type { RecordStore } from '../storage/record-store.ts';
import type { Leases } from '../storage/lease.ts';
import { openTurnRecord, type TurnRecord } from '../storage/turn-record.ts';
import type { Watching } from '../watch/watching.ts';
import type { TurnLimits } from './admission.ts';
import type { ExpertDesk } from './experts/desk.ts';
import { followClient } from './follow-language.ts';
import type { Identity } from './identity.ts';
import { readershipOf, TEAMS } from './readership.ts';
import { openRemembered, type Remembered } from './remembered.ts';
import { newSession, type Session, sessionKey } from './session.ts';
import type { Actor } from '../identity/actor.ts';

/** What is known, and what reads and asks it. */
export interface TurnKnowledge {
  readonly knowledge: Knowledge;
  readonly answerer: Answerer;
  /** Reads messages: what their clauses do, and the facts in them. */
  readonly reader: Reader;
}

/** The bot's services as they stand between turns: what is known may be other at the next one. */
export type StandingServices = Omit<BotServices, keyof TurnKnowledge> & {
  /**
   * Has a turn with what is known as it begins.
   *
   * @param tenantId of whoever asks: editors of a company may have changed what holds for its people
   */
  knowing<T>(turn: (known: TurnKnowledge) => Promise<T>, tenantId: string): Promise<T>;
};

/** Everything the bot needs from outside, for one turn. */
export interface BotServices extends TurnKnowledge {
  readonly dialogs: Dialogs;
  readonly directory: Directory;
  readonly gateway: ReferralGateway;
  readonly sessions: RecordStore<Session>;
  readonly people: RecordStore<PersonRecord>;
  /** One turn at a time in a conversation, in whichever process. */
  readonly leases: Leases;
  /** Whether the channel is asked, where others read, to show its sender alone what is news to nobody else. */
  readonly targetsSenders?: boolean;
  /** Days after which a draft or a rating goes that nobody touched. */
  readonly draftDays: number;
  /** All that is kept of a person, wherever it is. */
  readonly personData: PersonData;
  /** Deals on their way to the service; null where none are. */
  readonly keptDeals: DealForgetting | null;
  readonly support: Support;
  /** How people sign in to their deals; null where nobody needs to. */
  readonly signIn: SignIn | null;
  /** Looks after deals while nobody writes; absent where nothing is to be watched. */
  readonly watch?: Watching;
  /** Channels whose word on a person's Entra identity counts; absent means all, on this machine alone. */
  readonly trustedChannels?: readonly string[];
  /** Tenants whose people are served, in lower case; null serves all, empty answers questions alone. */
  readonly allowedTenants: ReadonlySet<string> | null;
  /** The sample person an unknown local user acts as; null wherever real people are. */
  readonly demoActor: Actor | null;
  readonly now: () => Date;
  /** Customers of the deals that this person may see and what is sold in them, as far as they are known without waiting. */
  dealNames(actor: Actor): Promise<Pick<NamesOfDeals, 'customers' | 'solutions'>>;
  /** Who and what must not stand in what is kept of questions, as far as it is known without waiting. */
  namesToHide(actor: Actor): Promise<NamesToHide>;
  /** What is kept of questions, so that answers get better. */
  readonly questions: Questions;
  /** Where the experts are asked; null where there can be none. */
  readonly experts: ExpertDesk | null;
  /** Told of each answer that somebody is content with, or isn't. */
  readonly onRated: (as: Rating, by: RatedBy) => void;
  /** Sends replies, in order and until they are taken. */
  readonly delivery: Delivery;
  /** Sends what is worth nothing later, such as a typing indicator. */
  readonly connector: Connector;
  readonly limits: TurnLimits;
  /** Told of a message that was not read, since too many others wait. */
  readonly onRefused: (whose: 'person' | 'tenant') => void;
  /** Told of whatever went wrong; returns the reference by which a person's report is found in the log. */
  readonly onError: (error: unknown) => string;
  /** Told once a turn, for logs and metrics: no words of the user's. */
  onTurn(report: TurnReport): void;
}

/** What a turn came to. */
export interface TurnReport {
  readonly outcome: string;
  readonly durationMs: number;
  readonly channelId: string;
  /** What was asked and done, as far as it is counted; absent where nobody is known. */
  readonly used?: Omit<TurnUsage, 'durationMs'>;
}

/** One turn of the bot: what dialogs see of it, and the session. */
export interface Turn extends DialogTurn, Remembered {
  readonly context: TurnContext;
  readonly session: Session;
  /** The session as it is kept. */
  readonly keptSession: TurnRecord<Session>;
  /** Customers of the deals that the person may see; nobody's where others read. */
  readonly knownNames: readonly string[];
  readonly soldNames: readonly string[];
  /** Who reads what is said here. A message is never for its sender alone. */
  readonly readership: 'personal' | 'public';
  /** Whether what is for nobody but the sender is shown to them alone. */
  readonly targetsSender: boolean;
  readonly replies: Reply[];
  /** True once the person's record was saved in the middle of the turn, since something was to be done. */
  hasSaved: boolean;
  /** Becomes true when the person signs in during the turn. */
  hasSignedIn: boolean;
  /** The language can change in the turn ("parla in inglese"). */
  locale: Locale;
  /** What the dialogs keep of the open form, as an object they may replace. */
  readonly host: DialogHost;
  isFormQuiet: boolean;
}

/** Addresses, ids and numbers, whose letters are no words: "https://partner…", "sara@…". */
const FOR_MACHINES = /[\d/@_]/u;

/**
 * The language that words are read in, which may be another than the conversation's ("close a deal" among Italian
 * lines); null where they don't say it. As an answer they may be a name, so that a form wants clear words.
 */
function languageOf(text: string, asked: string | null): Language | null {
  const words = text.split(/\s+/u).filter((word) => !FOR_MACHINES.test(word));
  const evidence = detectLanguage(words.join(' '));
  const isSaid = evidence?.isClear === true || (asked === null && evidence?.hasWord === true);
  return isSaid ? evidence.locale : null;
}

/** Loads all that a turn needs: who, in which language, and where the conversation stands. */
export async function openTurn(
  context: TurnContext,
  identity: Identity,
  services: BotServices,
): Promise<Turn> {
  const { activity } = context;
  const { actor, person } = identity;
  const [keptSession, remembered] = await Promise.all([
    openTurnRecord(services.sessions, sessionKey(activity, actor)),
    openRemembered(actor, services),
  ]);
  const session = keptSession.found ?? newSession();
  const { record } = remembered;
  const replies: Reply[] = [];
  const readership = readershipOf(activity);
  // A form is a person's own: none is open where others read, whatever an older release left there.
  const state = readership === 'public' ? null : ((session.dialogState ?? null) as DialogState | null);
  const named = readership === 'public' ? null : await services.dealNames(actor);
  const { customers: knownNames = [], solutions: soldNames = [] } = named ?? {};
  const readings = new Map<string, Reading>();
  const turn: Turn = {
    context,
    knownNames,
    soldNames,
    isFormQuiet: false,
    get language() {
      const { writtenIn } = session;
      const isRead = writtenIn?.isNow === true && languages().includes(writtenIn.language);
      return isRead ? writtenIn.language : turn.locale;
    },
    read(text, asked) {
      const key = [turn.language, asked ?? '', text].join('|');
      const known = readings.get(key);
      if (known !== undefined) return known;
      const locale = languageOf(text, asked) ?? turn.language;
      const today = dayIn(turn.timeZone, turn.now);
      const reading = services.reader.read(text, { locale, today, asked, known: knownNames });
      readings.set(key, reading);
      return reading;
    },
    readership,
    targetsSender:
      services.targetsSenders === true && readership === 'public' && activity.channelId === TEAMS,
    session,
    keptSession,
    ...remembered,
    replies,
    actor,
    person,
    locale: record.language ?? localeOf(activity),
    now: services.now(),
    hasBoxes: activity.channelId === 'msteams',
    timeZone: timeZoneOf(activity),
    hasSignedIn: false,
    hasSaved: false,
    host: { state },
    say: (reply) => void replies.push(reply),
    async saveNow() {
      await remembered.saveNow();
      turn.hasSaved = true;
    },
  };
  followClient(clientLanguage(activity), turn);
  return turn;
}

/** The language that the channel names, Italian where it names none or another. */
export function localeOf(activity: Partial<Activity>): Locale {
  return clientLanguage(activity) ?? 'it';
}

/** The language of the client, null where it names none or one that we don't speak. */
function clientLanguage({ locale }: Partial<Activity>): Locale | null {
  return LOCALES.find((each) => locale?.toLowerCase().startsWith(each)) ?? null;
}

/** The activity's time zone where the runtime knows it: a wrong name must not break a turn. */
function timeZoneOf({ localTimezone: named }: Activity): string {
  return named !== undefined && named !== '' && isTimeZone(named) ? named : HOME_TIME_ZONE;
}
