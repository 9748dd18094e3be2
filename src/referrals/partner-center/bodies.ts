import type { Closing, ReferralChange } from '../gateway.ts';
import { picklists } from '../picklists.ts';
import type { Contact, NewReferral } from '../referral.ts';
import type { DealRegistration } from '../registration.ts';

/**
 * What is sent to Partner Center. Only documented values leave from here, in camelCase: how solution area, play
 * and partner role are named isn't documented, so a deal's classification is left out.
 */

export interface PatchOperation {
  readonly op: 'add' | 'replace';
  readonly path: string;
  readonly value: unknown;
}

type Body = Readonly<Record<string, unknown>>;

const replace = (path: string, value: unknown): PatchOperation => ({ op: 'replace', path, value });

const midnight = (day: string): string => `${day}T00:00:00Z`;

function toMember({ firstName, lastName, phone, email }: Contact): Body {
  return { firstName, lastName, phoneNumber: phone, email };
}

function toCustomer({ customer }: NewReferral): Body {
  const { line1, city, country, state, postalCode } = customer.address;
  return {
    name: customer.name,
    address: {
      addressLine1: line1,
      city,
      country,
      ...(state ? { state } : {}),
      ...(postalCode ? { postalCode } : {}),
    },
    team: customer.contact ? [toMember(customer.contact)] : [],
    ids: [],
  };
}

function toDetails(draft: NewReferral): Body {
  const intent = { type: picklists.attributeTypes.marketplaceIntent, id: draft.marketplaceIntent };
  return {
    notes: draft.notes ?? '',
    dealValue: draft.value.amount,
    currency: draft.value.currency,
    closingDateTime: midnight(draft.closingDate),
    requirements: {
      solutions: draft.solutions.map(({ id, name }) => ({ type: 'Name', id, name, solutionType: '3P' })),
      additionalRequirements: { iot: {}, attributes: [intent] },
    },
  };
}

/**
 * Our record of a new deal.
 *
 * @param externalReferenceId The company's CRM id, or our key where no CRM reads it; null for none.
 */
export function toCreateBody(draft: NewReferral, externalReferenceId: string | null): Body {
  const isPrivate = draft.kind === 'private';
  const [solution] = draft.solutions;
  return {
    name: draft.name,
    type: isPrivate ? 'Independent' : 'Shared',
    qualification: 'SalesQualified',
    target: isPrivate || !solution ? [] : [{ type: 'SolutionProfile', id: solution.id }],
    customerProfile: toCustomer(draft),
    consent: {
      consentToToShareInfoWithOthers: draft.hasConsent,
      consentToContact: draft.hasConsent,
      consentToShareReferralWithMicrosoftSellers: !isPrivate,
    },
    details: toDetails(draft),
    team: draft.team.map(toMember),
    ...(externalReferenceId === null ? {} : { externalReferenceId }),
    ...(draft.partnerLocation ? { mpnId: draft.partnerLocation } : {}),
    ...(draft.helpCode
      ? { inviteContext: { notes: draft.notes ?? '', assistanceRequestCode: draft.helpCode } }
      : {}),
  };
}

/** The connected record that invites Microsoft to the engagement. */
export function toInvitationBody(
  draft: NewReferral,
  externalReferenceId: string | null,
  engagementId: string,
): Body {
  const target = [{ type: 'BusinessProfileLocation', id: 'msft' }];
  return { ...toCreateBody(draft, externalReferenceId), engagementId, target };
}

/** Status and substatus go together. */
export function toClosingPatch(closing: Closing): PatchOperation[] {
  const state = [replace('/status', 'Closed'), replace('/substatus', closing.substatus)];
  return closing.substatus === 'Lost' ? [...state, replace('/statusReason', closing.reason)] : state;
}

export function toChangePatch({ value, closingDate, notes }: ReferralChange): PatchOperation[] {
  return [
    ...(value
      ? [replace('/details/dealValue', value.amount), replace('/details/currency', value.currency)]
      : []),
    ...(closingDate === undefined ? [] : [replace('/details/closingDateTime', midnight(closingDate))]),
    ...(notes === undefined ? [] : [replace('/details/notes', notes)]),
  ];
}

/** The connector's definition is the only source for a registration's form. */
export function toRegistrationPatch({ solutions, contract }: DealRegistration): PatchOperation[] {
  const value = {
    type: 'AzureIPCoSell',
    solutionDetails: solutions.map((one) => ({
      id: one.id,
      currency: one.value.currency,
      value: one.value.amount,
      isDeployedOnAzure: one.isDeployedOnAzure,
      primaryDeploymentOn: one.primaryDeploymentOn,
      pricingModel: one.pricingModel,
      marketplaceTransactionDetails: { isMarketplaceTransacted: false },
    })),
    contract: {
      currency: contract.value.currency,
      value: contract.value.amount,
      term: contract.endDate === null ? 'Perpetual' : 'Finite',
      startDateTime: midnight(contract.startDate),
      ...(contract.endDate === null ? {} : { endDateTime: midnight(contract.endDate) }),
      signDateTime: midnight(contract.signDate),
    },
  };
  return [{ op: 'add', path: '/registrations/-', value }];
}
