/** Bodies as a client would send them, with invented data. */

type Json = Record<string, unknown>;

const solution = {
  type: 'Name',
  id: 'SOL-70218-QRT',
  name: 'Aurelia WMS',
  publisherName: 'Aurelia Sistemi',
  solutionType: '3P',
};
const contact = {
  firstName: 'Piero',
  lastName: 'Salvagno',
  phoneNumber: '+39041000002',
  email: 'p.salvagno@lagunare.example',
};
export const sara = {
  firstName: 'Sara',
  lastName: 'Conti',
  phoneNumber: '+39055000001',
  email: 'sara.conti@aureliasistemi.example',
};
export const marco = {
  firstName: 'Marco',
  lastName: 'Galli',
  phoneNumber: '+39055000002',
  email: 'marco.galli@aureliasistemi.example',
};

/** A private deal. */
export function privateBody(changes: Json = {}): Json {
  return {
    name: 'Lagunare Logistica, magazzino digitale',
    type: 'Independent',
    qualification: 'SalesQualified',
    customerProfile: {
      name: 'Lagunare Logistica S.p.A.',
      address: {
        addressLine1: 'Via dei Moli 14',
        city: 'Chioggia',
        state: 'VE',
        postalCode: '30015',
        country: 'IT',
      },
      team: [],
      ids: [],
    },
    consent: {
      consentToToShareInfoWithOthers: true,
      consentToContact: true,
      consentToShareReferralWithMicrosoftSellers: false,
    },
    details: {
      notes: 'Decisione entro giugno.',
      dealValue: 41500,
      currency: 'EUR',
      closingDateTime: '2027-06-30T00:00:00Z',
      requirements: {
        solutions: [solution],
        additionalRequirements: {
          iot: {},
          attributes: [{ type: 'CustomerMarketplaceIntent', id: 'HaveNotDecided' }],
        },
      },
    },
    team: [sara],
    target: [],
    ...changes,
  };
}

/** Our side of a co-sell deal. */
export function coSellBody(changes: Json = {}): Json {
  const base = privateBody();
  return {
    ...base,
    type: 'Shared',
    target: [{ type: 'SolutionProfile', id: 'SOL-70218-QRT' }],
    customerProfile: { ...(base['customerProfile'] as Json), team: [contact] },
    consent: { ...(base['consent'] as Json), consentToShareReferralWithMicrosoftSellers: true },
    inviteContext: { notes: 'Chiediamo aiuto.', assistanceRequestCode: 'CustomerTechnicalArchitecture' },
    ...changes,
  };
}

/** The invitation of Microsoft to an engagement. */
export function invitationBody(engagementId: string): Json {
  return coSellBody({ engagementId, target: [{ type: 'BusinessProfileLocation', id: 'msft' }] });
}
