import type { Environment } from './fields.ts';
import { readSecretFile, type ReadText } from './files.ts';
import type { AzureAccount, AzurePlace } from '../storage/azure/account.ts';

/** Where the assistant keeps its records: in the data folder of one process, or where any number of them may. */
export type StorageConfig = { readonly kind: 'file' } | ({ readonly kind: 'azure' } & AzurePlace);

const OWN_NAMES = [
  'AZURE_STORAGE_CONNECTION_STRING',
  'AZURE_STORAGE_CONNECTION_STRING_FILE',
  'AZURE_STORAGE_ACCOUNT',
  'AZURE_STORAGE_CONTAINER',
] as const;

/** Ways to the account, of which one is needed. */
const WAYS = OWN_NAMES.slice(0, 3);

/** The storage, or what is wrong with it; no sentence ever quotes a connection string. */
export function readStorage(values: Environment, readText: ReadText): StorageConfig | readonly string[] {
  const given = OWN_NAMES.filter((name) => values[name] !== undefined);
  if (values.STORAGE === 'file') {
    if (given.length === 0) return { kind: 'file' };
    return [`${given.join(', ')} is set while STORAGE is file; set STORAGE to azure, or remove it`];
  }
  const ways = given.filter((name) => WAYS.includes(name));
  if (ways.length === 0)
    return [
      'STORAGE is azure while no account is named; give AZURE_STORAGE_ACCOUNT (with a managed identity) or AZURE_STORAGE_CONNECTION_STRING',
    ];
  if (ways.length > 1) return [`${ways.join(' and ')} are set; give one of them`];
  const account = readAccount(values, readText);
  if ('problem' in account) return [account.problem];
  return { kind: 'azure', account, container: values.AZURE_STORAGE_CONTAINER ?? 'co-sell-assistant' };
}

function readAccount(values: Environment, readText: ReadText): AzureAccount | { readonly problem: string } {
  const { AZURE_STORAGE_ACCOUNT: named, AZURE_STORAGE_CONNECTION_STRING_FILE: file } = values;
  if (named !== undefined)
    return { kind: 'identity', blobUrl: urlOf(named), clientId: values.AZURE_CLIENT_ID ?? null };
  const text =
    file === undefined
      ? (values.AZURE_STORAGE_CONNECTION_STRING ?? '')
      : readSecretFile('AZURE_STORAGE_CONNECTION_STRING_FILE', file, readText);
  if (typeof text !== 'string') return text;
  if (!isConnectionString(text))
    return {
      problem: `${file === undefined ? 'AZURE_STORAGE_CONNECTION_STRING' : 'AZURE_STORAGE_CONNECTION_STRING_FILE'} holds no connection string; copy it from the access keys of the storage account`,
    };
  return { kind: 'connection-string', connectionString: text };
}

function urlOf(account: string): string {
  return account.startsWith('https://') ? account : `https://${account}.blob.core.windows.net`;
}

/** Parts with semicolons between them, of which some prove who asks; the emulator has a short form. */
function isConnectionString(text: string): boolean {
  return /(^|;)\s*(AccountKey|SharedAccessSignature|UseDevelopmentStorage)=./.test(text);
}
