/** What the referrals service lets be changed: its state table, the paths of a patch. */

import { asJson, asList, checkDetails, checkOneOf, invalid, type Json } from './partner-center-rules.ts';

const SUBSTATUSES: Readonly<Record<string, readonly string[]>> = {
  New: ['Pending', 'Received'],
  Active: ['Accepted', 'Engaged'],
  Closed: ['Won', 'Lost', 'Declined', 'Expired'],
};
const NEXT: Readonly<Record<string, readonly string[]>> = {
  New: ['New', 'Active', 'Closed'],
  Active: ['Active', 'Closed'],
  Closed: ['Closed'],
};

export interface Operation {
  readonly op: string;
  readonly path: string;
  readonly value: unknown;
}

const PATHS = [
  '/campaignId',
  '/consent/consentToShareReferralWithMicrosoftSellers',
  '/customerProfile/team',
  '/customerProfile/team/-',
  '/details/closingDateTime',
  '/details/currency',
  '/details/dealValue',
  '/details/notes',
  '/details/requirements/solutions',
  '/details/requirements/solutions/-',
  '/externalReferenceId',
  '/referralProgram',
  '/salesStage',
  '/status',
  '/substatus',
  '/statusReason',
  '/team',
  '/team/-',
];

/** The operations of a JSON Patch body; throws ServiceError for what can't be patched. */
export function readPatch(body: unknown): Operation[] {
  if (!Array.isArray(body) || body.length === 0) throw invalid('body', 'A JSON Patch array is needed.');
  return (body as unknown[]).map((one) => {
    const { op, path, value } = asJson(one);
    if (op !== 'replace' && op !== 'add') throw invalid('op', `'${String(op)}' is not supported.`);
    const place = String(path);
    const isKnown =
      PATHS.includes(place) || /^\/registrations\/(-|0\/(contract|solutionDetails)\/.+)$/.test(place);
    if (!isKnown) throw invalid(place, `'${place}' cannot be changed.`);
    return { op, path: place, value };
  });
}

/** Sets what the operation says, in place. */
export function applyOperation(record: Json, { path, value }: Operation): void {
  const parts = path.slice(1).split('/');
  const last = parts.pop() ?? '';
  let place: unknown = record;
  for (const part of parts) {
    const parent = place as Json;
    parent[part] ??= last === '-' && part === parts.at(-1) ? [] : {};
    place = parent[part];
  }
  if (last === '-') (place as unknown[]).push(value);
  else (place as Json)[last] = path === '/details/dealValue' ? Number(value) : value;
}

/** Throws ServiceError where a changed record breaks the state table or takes back what can't be. */
export function checkChange(before: Json, after: Json, operations: readonly Operation[]): void {
  const isRegistration = operations.every(({ path }) => path.startsWith('/registrations'));
  if (isRegistration) {
    checkRegistration(after);
    return;
  }
  if (before['status'] === 'Closed') throw invalid('status', 'A closed referral cannot be changed.');
  const [from, to] = [String(before['status']), String(after['status'])];
  if (!NEXT[from]?.includes(to)) throw invalid('status', `${from} cannot become ${to}.`);
  if (!SUBSTATUSES[to]?.includes(String(after['substatus']))) {
    throw invalid('substatus', `${String(after['substatus'])} is no substatus of ${to}.`);
  }
  const key = 'consentToShareReferralWithMicrosoftSellers';
  if (asJson(before['consent'])[key] === true && asJson(after['consent'])[key] !== true) {
    throw invalid(`consent.${key}`, 'A shared referral cannot become private.');
  }
  checkDetails(asJson(after['details']));
}

function checkRegistration(record: Json): void {
  if (record['substatus'] !== 'Won') throw invalid('registrations', 'Only a won deal can be registered.');
  const isShared = asJson(record['consent'])['consentToShareReferralWithMicrosoftSellers'] === true;
  if (!isShared) throw invalid('registrations', 'A private deal cannot be registered.');
  for (const registration of asList(record['registrations'])) {
    checkOneOf(registration['type'], ['AzureIPCoSell'], 'registrations.type');
    if (asList(registration['solutionDetails']).length === 0 || !registration['contract']) {
      throw invalid('registrations', 'Solution details and a contract are needed.');
    }
  }
}
