/** What the referrals service refuses to create. */

export type Json = Record<string, unknown>;

/** A refusal in the documented error shape. */
export class ServiceError extends Error {
  readonly status: number;
  readonly code: string;
  readonly target: string | undefined;
  readonly inner: string | undefined;

  constructor(status: number, code: string, message: string, target?: string, inner?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.target = target;
    this.inner = inner;
  }
}

export const invalid = (target: string, message: string): ServiceError =>
  new ServiceError(400, 'invalidRequest', message, target);

export const asJson = (value: unknown): Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : {};

export const asList = (value: unknown): Json[] => (Array.isArray(value) ? value.map(asJson) : []);

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const HELP_CODES = [
  'Unknown',
  'GeneralOrOther',
  'CustomerTechnicalArchitecture',
  'ProofOfConceptOrDemo',
  'QuotesOrLicensing',
  'PostSalesCustomerSuccess',
  'WorkloadSpecificValueProposition',
];
const QUALIFICATIONS = ['None', 'Direct', 'MarketingQualified', 'SalesQualified'];
const SOLUTION_TYPES = ['None', 'Category', 'Name'];
/** The only attribute that is documented; how the service names the others nobody outside knows. */
const ATTRIBUTE_TYPES = ['CustomerMarketplaceIntent'];
const TARGET_TYPES = ['None', 'BusinessProfileLocation', 'SolutionProfile'];
export function isInvitationOfMicrosoft(body: Json): boolean {
  return asList(body['target']).some(({ type, id }) => type === 'BusinessProfileLocation' && id === 'msft');
}

/** The help asked of Microsoft; null where none is. */
export function helpAsked(body: Json): string | null {
  const code = asJson(body['inviteContext'])['assistanceRequestCode'];
  return typeof code === 'string' && code !== 'Unknown' ? code : null;
}

export function checkOneOf(value: unknown, allowed: readonly string[], target: string): void {
  if (!allowed.includes(String(value)))
    throw invalid(target, `'${String(value)}' is not a value of ${target}.`);
}

function checkCustomer(body: Json): void {
  const customer = asJson(body['customerProfile']);
  const address = asJson(customer['address']);
  if (!isFilled(customer['name'])) throw invalid('customerProfile.name', 'A name is needed.');
  for (const part of ['addressLine1', 'city']) {
    if (!isFilled(address[part])) throw invalid(`customerProfile.address.${part}`, `${part} is needed.`);
  }
  if (!/^[A-Z]{2}$/.test(String(address['country']))) {
    throw invalid('customerProfile.address.country', 'ISO 3166 alpha-2 is needed.');
  }
}

function checkContacts(people: readonly Json[], target: string): void {
  const isComplete = people.some((one) =>
    ['firstName', 'lastName', 'phoneNumber', 'email'].every((part) => isFilled(one[part])),
  );
  if (!isComplete) throw invalid(target, 'One person with first name, last name, phone and email is needed.');
}

export function checkDetails(details: Json): void {
  const value = Number(details['dealValue']);
  if (!Number.isFinite(value) || value < 0) throw invalid('details.dealValue', 'A number is needed.');
  if (!/^[A-Z]{3}$/.test(String(details['currency'])))
    throw invalid('details.currency', 'ISO 4217 is needed.');
  if (Number.isNaN(Date.parse(String(details['closingDateTime'])))) {
    throw invalid('details.closingDateTime', 'A date is needed.');
  }
  const requirements = asJson(details['requirements']);
  const solutions = asList(requirements['solutions']);
  if (solutions.length < 1 || solutions.length > 50 || !solutions.every(({ id }) => isFilled(id))) {
    throw invalid('details.requirements.solutions', '1 to 50 solutions are needed.');
  }
  if (new Set(solutions.map(({ id }) => id)).size < solutions.length) {
    throw invalid('details.requirements.solutions', 'A solution is there twice.');
  }
  for (const { type } of solutions) checkOneOf(type, SOLUTION_TYPES, 'details.requirements.solutions.type');
  const { attributes } = asJson(requirements['additionalRequirements']);
  for (const { type } of asList(attributes)) {
    checkOneOf(type, ATTRIBUTE_TYPES, 'details.requirements.additionalRequirements.attributes');
  }
}

/** Throws ServiceError for a body that the service would refuse to create. */
export function checkCreate(body: Json): void {
  checkOneOf(body['type'], ['Independent', 'Shared'], 'type');
  if (body['qualification'] !== undefined) checkOneOf(body['qualification'], QUALIFICATIONS, 'qualification');
  for (const part of ['customerProfile', 'consent', 'details']) {
    if (!body[part]) throw invalid(part, `${part} is required.`);
  }
  const consent = asJson(body['consent']);
  if (consent['consentToToShareInfoWithOthers'] !== true || consent['consentToContact'] !== true) {
    throw invalid('consent', 'Consent to share contact data is needed.');
  }
  checkCustomer(body);
  checkDetails(asJson(body['details']));
  checkContacts(asList(body['team']), 'team');
  for (const { type } of asList(body['target'])) checkOneOf(type, TARGET_TYPES, 'target');
  const help = asJson(body['inviteContext'])['assistanceRequestCode'];
  if (help !== undefined && help !== null)
    checkOneOf(help, HELP_CODES, 'inviteContext.assistanceRequestCode');
  if (isInvitationOfMicrosoft(body) || helpAsked(body)) checkShared(body);
}

function checkShared(body: Json): void {
  if (body['type'] !== 'Shared') throw invalid('type', 'Microsoft can be invited to a shared referral only.');
  if (asJson(body['consent'])['consentToShareReferralWithMicrosoftSellers'] !== true) {
    throw invalid(
      'consent.consentToShareReferralWithMicrosoftSellers',
      'Consent is needed to invite Microsoft.',
    );
  }
  checkContacts(asList(asJson(body['customerProfile'])['team']), 'customerProfile.team');
}
