import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Logger } from 'pino';
import type { Stores } from './stores.ts';
import { KNOWLEDGE_FOLDER, PROPOSED } from './knowledge.ts';
import { createExpertDesk, type DeskOptions, type ExpertDesk } from '../bot/experts/desk.ts';
import { errorFacts } from '../bot/adapter.ts';
import type { Config } from '../config/config.ts';
import { AppError } from '../errors.ts';
import { createExperts } from '../experts/experts.ts';
import type { Outbound } from '../outbound/outbound.ts';
import type { SenderOptions } from '../outbound/sender.ts';
import type { Leases } from '../storage/lease.ts';
import { type Rounds, startRounds } from '../watch/rounds.ts';

/** Between two looks at what was left undone where a process died, in milliseconds. */
const ROUND_MS = 300_000;

export interface OpenExpertsOptions {
  readonly config: Config;
  readonly stores: Stores;
  readonly leases: Leases;
  readonly outbound: Outbound;
  /** Tenants whose people are served; null where all are. */
  readonly tenants: ReadonlySet<string> | null;
  readonly mask: DeskOptions['mask'];
  /** Whether the sandbox plays the experts of companies that have none. */
  readonly isPlayed: boolean;
  readonly onError: (error: unknown) => string;
  readonly log: Logger;
  readonly now: () => Date;
}

/** The experts' desk, and what goes on there while nobody writes. */
export interface OpenExperts {
  readonly desk: ExpertDesk;
  readonly onOver: NonNullable<SenderOptions['onOver']>;
  /** Does what was left undone, and comes by itself once started. */
  readonly resume: () => Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** @throws AppError `invalid-input` where a channel is configured and not one company alone is served. */
export function openExperts(options: OpenExpertsOptions): OpenExperts {
  const { config, stores, leases, log } = options;
  const experts = createExperts({ askers: stores['expert-questions'], channels: stores.experts });
  const desk = createExpertDesk({
    ...options,
    experts,
    firstChannel: firstChannelOf(config.expertsChannel, options.tenants),
    writeProposal: (name, yaml) =>
      writeProposal(config.proposalsDir ?? join(KNOWLEDGE_FOLDER, PROPOSED), name, yaml),
  });
  const resume = async (): Promise<void> => {
    await leases
      .tryRun('round|experts', () => desk.resume())
      .catch((error: unknown) =>
        log.warn(errorFacts(error), 'questions to experts could not be looked after'),
      );
  };
  let rounds: Rounds | null = null;
  return {
    desk,
    resume,
    async onOver({ about, conversation, ...actor }, outcome, activityId) {
      if (about === null) return;
      const conversationId = conversationIn(conversation);
      await desk.noteSent({ actor, questionId: about, conversationId, outcome, activityId });
    },
    start() {
      void resume();
      rounds ??= startRounds(ROUND_MS, resume);
    },
    async stop() {
      await rounds?.stop();
    },
  };
}

function firstChannelOf(
  conversationId: string | null,
  tenants: ReadonlySet<string> | null,
): { readonly tenantId: string; readonly conversationId: string } | null {
  if (conversationId === null) return null;
  const [tenantId, ...others] = tenants ?? [];
  if (tenantId !== undefined && others.length === 0) return { tenantId, conversationId };
  throw new AppError(
    'invalid-input',
    'configuration: EXPERTS_CHANNEL is set and not one tenant alone is served; leave it out, and have an admin of each company write "the experts answer here" in its channel',
  );
}

/** A letter names its conversation among those of all channels. */
function conversationIn(conversation: string): string {
  const [, id] = JSON.parse(conversation) as readonly [string, string];
  return id;
}

/** Beside the answers, not among them: nothing is said that no editor has looked at. */
async function writeProposal(folder: string, name: string, yaml: string): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), yaml, 'utf8');
    return `${basename(folder)}/${name}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
