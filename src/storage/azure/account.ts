import type { ContainerClient } from '@azure/storage-blob';
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
 * A client of the container; nothing is sent yet. The SDK is loaded here and nowhere else, since loading it takes
 * nearly a second, which a start without Azure needn't pay.
 *
 * @throws AppError `invalid-input` when the connection string is none
 */
export async function openContainer({ account, container }: AzurePlace): Promise<ContainerClient> {
  const { BlobServiceClient } = await import('@azure/storage-blob');
  if (account.kind === 'connection-string') {
    try {
      return BlobServiceClient.fromConnectionString(account.connectionString, ONCE).getContainerClient(
        container,
      );
    } catch {
      // The SDK's sentence may quote the string, and with it the key.
      throw new AppError(
        'invalid-input',
        'configuration: AZURE_STORAGE_CONNECTION_STRING is no connection string; copy it from the access keys of the storage account',
      );
    }
  }
  const { DefaultAzureCredential } = await import('@azure/identity');
  const { blobUrl, clientId } = account;
  const credential = new DefaultAzureCredential(
    clientId === null ? {} : { managedIdentityClientId: clientId },
  );
  return new BlobServiceClient(blobUrl, credential, ONCE).getContainerClient(container);
}
