import { type Config, examineConfig } from '../config/config.ts';
import { loadPeopleFile } from '../directory/people-file.ts';
import { AppError } from '../errors.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { loadSolutionsFile } from '../referrals/solutions-file.ts';
import { describeTenants } from './access.ts';
import { describeConfig } from './configured.ts';
import { broken, check, type Diagnosis, fine } from './diagnosis.ts';
import { checkStorage } from './storage.ts';

export interface ExamineOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
  readonly knowledgeFolder: string;
  /** Such as `20.20.2`. */
  readonly nodeVersion: string;
  /** Further checks of a usable configuration, over the network; absent means none. */
  readonly online?: (config: Config) => Promise<readonly Diagnosis[]>;
}

const OLDEST_NODE = 20;

/** Looks at everything that must be right before the bot starts. Never throws for what is wrong. */
export async function examine(options: ExamineOptions): Promise<readonly Diagnosis[]> {
  const { env, now, knowledgeFolder, nodeVersion, online } = options;
  const reading = examineConfig(env);
  const machine = checkNode(nodeVersion);
  if (!reading.isUsable) return [machine, ...reading.problems.map(broken)];
  const { config } = reading;
  const storage = await checkStorage(config);
  return [
    machine,
    ...describeConfig(config, now),
    ...storage,
    await check(
      async () =>
        `The knowledge holds ${String((await loadKnowledge(knowledgeFolder)).answers.size)} answers.`,
    ),
    ...(await checkLists(config)),
    ...(await checkTenants(config)),
    ...((await online?.(config)) ?? []),
  ];
}

function checkNode(version: string): Diagnosis {
  const isNewEnough = Number(version.split('.')[0]) >= OLDEST_NODE;
  if (isNewEnough) return fine(`Node ${version} runs the bot.`);
  return broken(`Node is ${version}; the bot needs ${String(OLDEST_NODE)} or newer.`);
}

/** A list that can't be read is told by its own check; whom the bot would serve is then not known. */
async function checkTenants(config: Config): Promise<readonly Diagnosis[]> {
  if (config.companyFile === null) return describeTenants(config, []);
  try {
    return describeTenants(config, [...(await loadPeopleFile(config.companyFile)).companies.keys()]);
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

async function checkLists({ companyFile, solutionsFile, partnerCenter }: Config): Promise<Diagnosis[]> {
  const findings: Diagnosis[] = [];
  if (companyFile !== null) {
    findings.push(
      await check(async () => {
        const { people, companies, admins = [] } = await loadPeopleFile(companyFile);
        const names = [...companies.values()].map(({ name }) => name).join(', ');
        return `${companyFile} lists ${names}: ${String(people.length)} people, ${String(admins.length)} further administrators.`;
      }),
    );
  }
  if (solutionsFile !== null) {
    findings.push(
      await check(async () => {
        const lists = [...(await loadSolutionsFile(solutionsFile)).values()];
        return `${solutionsFile} lists ${String(lists.flat().length)} solutions.`;
      }),
    );
  } else if (partnerCenter !== null) {
    const text =
      'SOLUTIONS_FILE is not set: only solutions of recent deals are known, since no service lists them.';
    findings.push({ level: 'advice', text });
  }
  return findings;
}
