import type { IncentiveCriterion } from '../../src/referrals/eligibility.ts';
import type { PartnerRole } from '../../src/directory/directory.ts';
import type { DealKind, HelpCode, MarketplaceIntent } from '../../src/referrals/referral.ts';

/** A label that can be tapped and the other words for it. */
export interface Label {
  readonly label: string;
  readonly words: readonly string[];
}

/** A question and why it is asked. */
export interface Asking {
  readonly text: string;
  readonly why: string;
}

/** What a note drafted from the deal's own fields may use; never a contact's data. */
export interface NoteFields {
  readonly customer: string;
  readonly solution: string;
  readonly partner: string;
  readonly value: string;
  readonly country: string;
  /** Only then may the note speak of Microsoft's help. */
  readonly isHelpWanted: boolean;
}

/** Every sentence of this dialog. */
export interface DealTexts {
  readonly createButton: string;
  readonly kinds: Readonly<Record<DealKind, Label>>;
  readonly kind: Asking;
  readonly kindWithoutHelp: Asking;
  readonly kindInvalid: string;
  readonly helpNone: string;
  readonly customer: Asking;
  readonly customerInvalid: string;
  readonly yesWords: readonly string[];
  readonly address: (customer: string) => Asking;
  readonly contact: (customer: string) => Asking;
  readonly solution: Asking;
  readonly solutionById: Asking;
  readonly solutionInvalid: (names: string) => string;
  readonly solutionByIdInvalid: string;
  readonly solutionWhich: string;
  readonly notReady: (name: string) => Asking;
  readonly notReadyPrivate: string;
  readonly notReadyInvalid: string;
  readonly otherSolutions: Asking;
  readonly solutionIsMain: (name: string) => string;
  readonly solutionKept: (name: string) => string;
  readonly solutionNotThere: string;
  readonly solutionsAdded: (names: string) => string;
  readonly solutionsRemoved: (names: string) => string;
  readonly solutionsNotReady: (names: string) => string;
  readonly solutionsLeftOut: (names: string) => string;
  readonly solutionsTooMany: string;
  /** A button that takes something out of a list. */
  readonly takeOut: (name: string) => string;
  /** Answers that add nothing to a list. */
  readonly noneWords: readonly string[];
  readonly value: Asking;
  readonly valueWithCurrency: (currency: string) => Asking;
  readonly smallInUsd: Asking;
  readonly smallInOther: (value: string) => Asking;
  readonly smallGoOn: Label;
  readonly smallChange: Label;
  readonly smallPrivate: Label;
  readonly smallInvalid: string;
  readonly closingDate: Asking;
  readonly helpCode: Asking;
  readonly helpCodes: Readonly<Record<HelpCode, Label>>;
  readonly helpCodeInvalid: string;
  readonly marketplaceIntent: Asking;
  readonly intents: Readonly<Record<MarketplaceIntent, Label>>;
  readonly marketplaceIntentInvalid: string;
  readonly notes: Asking;
  /** For a deal that Microsoft doesn't see. */
  readonly notesPrivate: Asking;
  readonly notesWrite: Label;
  readonly notesNoneWords: readonly string[];
  readonly notesNone: string;
  readonly notesTooLong: string;
  readonly notesReview: Asking;
  /** Above a drafted note. */
  readonly notesDrafted: string;
  readonly notesReviews: Readonly<Record<'keep' | 'another' | 'shorter' | 'formal' | 'happy' | 'sad', Label>>;
  readonly noteVariants: readonly ((fields: NoteFields) => string)[];
  readonly dealName: Asking;
  readonly dealNameInvalid: string;
  readonly ownContact: Asking;
  readonly team: Asking;
  readonly teamInvalid: string;
  readonly teamWhich: (typed: string) => string;
  readonly teamMeant: (typed: string) => string;
  /** Named for the team, and still to be told who that is. */
  readonly teamUnknown: (names: string, first: string) => string;
  readonly teamCreator: string;
  readonly teamTooMany: string;
  readonly teamNotThere: string;
  readonly teamRemoved: (names: string) => string;
  readonly partnerLocation: Asking;
  readonly partnerLocationInvalid: string;
  readonly solutionArea: Asking;
  readonly solutionAreaInvalid: string;
  readonly solutionPlay: Asking;
  readonly solutionPlayInvalid: string;
  readonly partnerRole: Asking;
  /** Roles that found no place among the buttons. */
  readonly partnerRoleMore: (names: readonly string[]) => string;
  readonly partnerRoleInvalid: string;
  /** Other words for the roles, by the id of the picklist. */
  readonly partnerRoleWords: Readonly<Record<string, readonly string[]>>;
  readonly crmId: Asking;
  readonly crmIdInvalid: string;
  readonly slotWords: Readonly<Record<SlotWord, readonly string[]>>;
  readonly duplicate: (customer: string, deal: string) => string;
  readonly openDeal: string;
  readonly openDealWords: readonly string[];
  readonly otherCustomer: string;
  readonly summaryTitle: (customer: string) => string;
  readonly summaryNews: (customer: string, value: string, day: string) => string;
  readonly consent: string;
  readonly isSample: string;
  readonly duplicateShort: string;
  readonly recreating: (customer: string) => string;
  readonly addNotes: string;
  readonly canCreate: (role: string, solutions: string) => string;
  readonly roleUserOnly: string;
  readonly roleUnknown: string;
  readonly solutionsUnknown: string;
  readonly cannot: string;
  readonly roleMet: string;
  readonly roleMissing: string;
  readonly solutionMet: (solutions: string) => string;
  readonly solutionMissing: string;
  readonly unknownPerson: string;
  readonly whoGrants: (people: string) => string;
  /** To who gives roles, and so to themselves. */
  readonly youGrant: string;
  readonly whoGrantsUnknown: string;
  readonly whoMendsSolution: string;
  readonly messageTitle: string;
  readonly message: (name: string, company: string) => string;
  readonly roles: Readonly<Record<PartnerRole, string>>;
  readonly findAdmins: string;
  readonly oldDealGone: string;
  readonly created: (customer: string) => string;
  readonly alreadyCreated: (customer: string) => string;
  readonly createdId: string;
  readonly waiting: (days: string, until: string) => string;
  readonly shared: string;
  readonly private: string;
  readonly incentives: (needs: string) => string;
  readonly incentivesNeeds: Readonly<
    Record<Exclude<IncentiveCriterion, 'shared-with-microsoft' | 'waited-72-hours'>, string>
  >;
  readonly incentivesNot: Readonly<
    Record<
      Extract<IncentiveCriterion, 'shared-with-microsoft' | 'eligible-solution' | 'value-threshold'>,
      string
    >
  >;
  /** What was recorded but can't be sent. */
  readonly setInPortal: (values: string) => string;
  readonly openPortal: string;
  readonly seeStatus: string;
  /** Several deals in one message: which is begun, and which come then. */
  readonly oneByOne: (first: string, others: string) => string;
  readonly nextOffer: (customer: string) => string;
  readonly nextDeal: (customer: string) => string;
  readonly failedUnreachable: string;
  /** Our own disk takes nothing: without the draft on it a deal is not even asked for. */
  readonly failedStore: string;
  /** The service gave no answer, so it isn't known whether the deal was made; it is kept and sent later. */
  readonly failedKept: string;
  readonly dropKept: string;
  /** Our record is made, and Microsoft's invitation was refused; what may be said of the cause follows. */
  readonly failedNotInvited: string;
  readonly failedNotInvitedField: (label: string) => string;
  /** It is made, by an earlier try, and can't be shown now. */
  readonly failedMadeUnread: string;
  /** What was noted of this deal is there and can't be read: whether it was made isn't known. */
  readonly failedUnreadable: string;
  /** Our record is made, Microsoft's invitation isn't yet. */
  readonly failedInvitation: string;
  readonly failedRole: (people: string) => string;
  readonly failedRefused: string;
  readonly failedField: (label: string) => string;
  readonly retry: string;
}

/** The slots that people can name; the first word is the label. */
export type SlotWord =
  | 'kind'
  | 'help'
  | 'customer'
  | 'address'
  | 'contact'
  | 'solution'
  | 'readiness'
  | 'value'
  | 'smallValue'
  | 'closingDate'
  | 'helpCode'
  | 'marketplaceIntent'
  | 'notes'
  | 'notesReview'
  | 'dealName'
  | 'ownContact'
  | 'team'
  | 'otherSolutions'
  | 'partnerRole'
  | 'solutionArea'
  | 'solutionPlay'
  | 'partnerLocation'
  | 'crmId'
  | 'recreates'
  | 'later';
