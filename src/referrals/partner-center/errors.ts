import { AppError, type AppErrorDetails } from '../../errors.ts';
import { RemoteRefusal, RemoteSilence } from '../../remote/failure.ts';

/**
 * Where each field of the service is asked for in the conversation, most special first. Targets are spelled with
 * dots or slashes, in any case.
 */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/customerprofile[./]team/, 'contact'],
  [/customerprofile[./]address|country|city|addressline/, 'address'],
  [/customerprofile/, 'customer'],
  [/deal_?value|currency/, 'value'],
  [/closingdate/, 'closingDate'],
  [/solution/, 'solutions'],
  [/attributes|marketplaceintent/, 'marketplaceIntent'],
  [/details[./]notes/, 'notes'],
  [/assistancerequestcode|invitecontext/, 'helpCode'],
  [/consent/, 'hasConsent'],
  [/externalreferenceid/, 'crmId'],
  [/mpnid|location/, 'partnerLocation'],
  [/team/, 'team'],
  [/^\/?name$/, 'name'],
];

interface ServiceError {
  /** The deepest code given. */
  readonly code: string | null;
  readonly target: string | null;
}

function asRecord(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

/** Reads `{error: {code, target, innerError: {code…}}}`, and survives every other shape. */
export function readServiceError(body: unknown): ServiceError {
  let error = asRecord(asRecord(body)['error']);
  let code: string | null = null;
  let target: string | null = null;
  for (let depth = 0; depth < 10; depth += 1) {
    if (typeof error['code'] === 'string') code = error['code'];
    if (typeof error['target'] === 'string') target = error['target'];
    const inner = error['innerError'] ?? error['innererror'];
    if (!inner) break;
    error = asRecord(inner);
  }
  return { code, target };
}

function fieldOf(target: string | null): string | null {
  const place = target?.toLowerCase() ?? '';
  return FIELDS.find(([pattern]) => pattern.test(place))?.[1] ?? null;
}

function refusalToAppError(refusal: RemoteRefusal): AppError {
  const { code, target } = readServiceError(refusal.body);
  const make = (kind: 'refused' | 'conflict' | 'unauthorized', details: AppErrorDetails): AppError =>
    new AppError(kind, `${refusal.message}, code '${code ?? ''}', target '${target ?? ''}'`, {
      cause: refusal,
      details,
    });
  const { claims } = refusal;
  if (claims !== null) return make('unauthorized', { reason: 'claims', claims });
  if (code?.toLowerCase() === 'insufficient_claims') return make('unauthorized', { reason: 'claims' });
  switch (refusal.status) {
    case 401:
      return make('unauthorized', { reason: 'not-signed-in' });
    case 403:
      return make('refused', { reason: 'role-missing' });
    case 404:
    case 410:
      return make('refused', { reason: 'not-found' });
    case 409:
    case 412:
    case 423:
      return make('conflict', { reason: code ?? 'resourceModified' });
    case 400:
    case 422: {
      const field = fieldOf(target);
      return make('refused', { reason: 'invalid-field', ...(field === null ? {} : { field }) });
    }
    default:
      return make('refused', { reason: code ?? String(refusal.status) });
  }
}

/** Any failure of a call as the error that crosses the port; what is none of ours stays as it is. */
export function toAppError(error: unknown): unknown {
  if (error instanceof RemoteRefusal) return refusalToAppError(error);
  if (!(error instanceof RemoteSilence)) return error;
  return new AppError('unreachable', error.message, { cause: error, details: { reason: error.reason } });
}
