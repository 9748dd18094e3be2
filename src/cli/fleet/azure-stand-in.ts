import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { AppError } from '../../errors.ts';

/** The emulator of Azure Storage, and the environment of a bot that keeps its records there. */
export interface AzureStandIn {
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts Azurite, which keeps all in memory. It is part of the source tree, not of what is installed; where it isn't
 * there yet npm fetches it.
 */
export async function startAzureStandIn(): Promise<AzureStandIn> {
  const { isAzuriteInstalled, startAzurite } = await import('../../../test/azurite/azurite.ts');
  if (!isAzuriteInstalled()) await install();
  const azurite = await startAzurite();
  return {
    env: { STORAGE: 'azure', AZURE_STORAGE_CONNECTION_STRING: azurite.connectionString },
    close: () => azurite.close(),
  };
}

async function install(): Promise<void> {
  const child = spawn('npm', ['ci', '--prefix', 'test/azurite'], { stdio: ['ignore', 2, 2] });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0)
    throw new AppError('unreachable', 'Azurite could not be installed: npm ci --prefix test/azurite');
}
