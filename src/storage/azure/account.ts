import type { ContainerClient } from '@azure/storage-blob';
import type { QueueClient } from '@azure/storage-queue';
import { AppError } from '../../errors.ts';

/** How an account of Azure Storage is reached. */
export type AzureAccount =
  | { readonly kind: 'connection-string'; readonly connectionString: string }
  | {
      readonly kind: 'identity';
      /** Such as `https://NAME.blob.core.windows.net`. */
      readonly blobUrl: string;
      /** Of a user-assigned managed identity; null where the surroundings say who the bot is. */
      readonly clientId: string | null;
    };

/** Where in Azure Storage the assistant keeps what it keeps. */
export interface AzurePlace {
  readonly account: AzureAccount;
  readonly container: string;
}

/** The client tries once: how often and how long something is tried is ours to say (`calls.ts`). */
const ONCE = { retryOptions: { maxTries: 1 } };

/**
 * A client of a queue of that name beside the container; nothing is sent yet.
 *
 * @throws AppError `invalid-input`, as {@link openContainer} does
 */
export async function openQueue({ account, container }: AzurePlace, name: string): Promise<QueueClient> {
  const { QueueServiceClient } = await import('@azure/storage-queue');
  const queueName = `${container}-${name}`;
  if (account.kind === 'connection-string') {
    return readingConnectionString(() =>
      QueueServiceClient.fromConnectionString(account.connectionString, ONCE).getQueueClient(queueName),
    );
  }
  const url = account.blobUrl.replace('.blob.', '.queue.');
  return new QueueServiceClient(url, await credentialOf(account), ONCE).getQueueClient(queueName);
}

/**
 * A client of the container; nothing is sent yet. The SDK is loaded here and nowhere else, since loading it takes
 * nearly a second, which a start without Azure needn't pay.
 *
 * @throws AppError `invalid-input` when the connection string is none
 */
export async function openContainer({ account, container }: AzurePlace): Promise<ContainerClient> {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  if (account.kind === 'connection-string') {
    return readingConnectionString(() =>
      BlobServiceClient.fromConnectionString(account.connectionString, ONCE).getContainerClient(container),
    );
  }
  const credential = await credentialOf(account);
  return new BlobServiceClient(account.blobUrl, credential, ONCE).getContainerClient(container);
}

function readingConnectionString<T>(read: () => T): T {
  try {
    return read();
  } catch {
    // The SDK's sentence may quote the string, and with it the key.
    throw new AppError(
      'invalid-input',
      'configuration: AZURE_STORAGE_CONNECTION_STRING is no connection string; copy it from the access keys of the storage account',
    );
  }
}

async function credentialOf({ clientId }: AzureAccount & { readonly kind: 'identity' }) {
  const { DefaultAzureCredential } = await import('@azure/identity');
  return new DefaultAzureCredential(clientId === null ? {} : { managedIdentityClientId: clientId });
}
