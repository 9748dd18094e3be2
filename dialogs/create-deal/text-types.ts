import type { Label, SlotTexts } from '../kinds/row.ts';
import type { IncentiveCriterion } from '../../src/referrals/eligibility.ts';
import type { PartnerRole } from '../../src/directory/directory.ts';
import type { DealKind, HelpCode, MarketplaceIntent } from '../../src/referrals/referral.ts';

/** A question and why it is asked. */
export interface Asking {
  readonly text: string;
  readonly why: string;
}

/** What questions and drafted notes may name of the deal, empty where it isn't known yet; never a contact's data. */
export interface Known {
  readonly customer: string;
  readonly solution: string;
  readonly partner: string;
  readonly country: string;
  readonly kind: DealKind | undefined;
  readonly value: string;
  readonly isUsd: boolean;
  /** The currency that is usual for it; null where none is. */
  readonly currency: string | null;
}

type Texts = SlotTexts<Known>;
type Asked = Required<Pick<Texts, 'words' | 'text' | 'why'>>;
type Checked = Asked & Required<Pick<Texts, 'invalid'>>;
type Offering<Id extends string> = Checked & { readonly choices: Readonly<Record<Id, Label>> };

/** What is said of each slot: its names, its question, what is said to words that can't be it, its choices. */
type SlotsTexts = Readonly<
  Record<'recreates' | 'later', Pick<Texts, 'words'>> &
    Record<
      'address' | 'contact' | 'solution' | 'otherSolutions' | 'value' | 'closingDate' | 'ownContact',
      Asked
    > &
    Record<
      | 'customer'
      | 'solutionArea'
      | 'solutionPlay'
      | 'partnerRole'
      | 'partnerLocation'
      | 'dealName'
      | 'team'
      | 'crmId',
      Checked
    > & {
      kind: Offering<DealKind>;
      readiness: Offering<'private'>;
      smallValue: Offering<'go-on' | 'change' | 'private'>;
      helpCode: Offering<HelpCode>;
      marketplaceIntent: Offering<MarketplaceIntent>;
      notes: Offering<'write'>;
      notesReview: Offering<'keep' | 'another' | 'shorter' | 'formal' | 'happy' | 'sad'> & Asking;
    }
>;

/** Every sentence of this dialog. */
export interface DealTexts {
  readonly slots: SlotsTexts;
  readonly confirm: string;
  readonly changeLater: string;
  readonly kindWithoutHelp: string;
  readonly solutionById: Asking;
  readonly solutionInvalid: (names: string) => string;
  readonly solutionByIdInvalid: string;
  readonly solutionWhich: string;
  readonly solutionIsMain: (name: string) => string;
  readonly solutionKept: (name: string) => string;
  readonly solutionNotThere: string;
  readonly solutionsAdded: (names: string) => string;
  readonly solutionsNotReady: (names: string) => string;
  readonly solutionsLeftOut: (names: string) => string;
  readonly solutionsTooMany: string;
  readonly notesNoneWords: readonly string[];
  readonly notesNone: string;
  /** Above a drafted note. */
  readonly notesDrafted: string;
  readonly noteVariants: readonly ((known: Known) => string)[];
  readonly teamWhich: (typed: string) => string;
  readonly teamMeant: (typed: string) => string;
  /** Named for the team, and still to be told who that is. */
  readonly teamUnknown: (names: string, first: string) => string;
  readonly teamCreator: string;
  readonly teamTooMany: string;
  readonly teamNotThere: string;
  /** Other words for the roles, by the id of the picklist. */
  readonly partnerRoleWords: Readonly<Record<string, readonly string[]>>;
  readonly duplicate: (customer: string, deal: string) => string;
  readonly openDeal: string;
  readonly openDealWords: readonly string[];
  readonly otherCustomer: string;
  readonly summaryTitle: (customer: string) => string;
  readonly summaryNews: (customer: string, value: string, day: string) => string;
  readonly consent: string;
  readonly isSample: string;
  readonly duplicateShort: string;
  readonly recreating: (customer: string, isDeclined: boolean) => string;
  /** What a deal is begun with that is to be like another one. */
  readonly likeDeal: (customer: string) => string;
  readonly noModel: (typed: string) => string;
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
  readonly oldDealGone: string;
  readonly created: (customer: string) => string;
  readonly alreadyCreated: (customer: string) => string;
  readonly createdId: string;
  readonly waiting: (days: string, until: string) => string;
  readonly shared: string;
  readonly private: string;
  readonly incentives: (needs: string) => string;
  /** What it takes, and what rules it out. */
  readonly incentivesNeeds: Readonly<Partial<Record<IncentiveCriterion, string>>>;
  readonly incentivesNot: Readonly<Partial<Record<IncentiveCriterion, string>>>;
  /** What was recorded but can't be sent. */
  readonly setInPortal: (values: string) => string;
  readonly openPortal: string;
  readonly seeStatus: string;
  /** Several deals in one message: which is begun, and which come then. */
  readonly oneByOne: (first: string, others: string) => string;
  readonly nextOffer: (customer: string) => string;
  readonly nextDeal: (customer: string) => string;
  /**
   * By the reason of an error: the service gave no answer, or our own store failed meanwhile, so it isn't known whether
   * the deal was made; it is kept and sent later. Our record is made, and Microsoft's invitation isn't yet, or was refused. It is made, by an earlier try,
   * and can't be shown now.
   */
  readonly failedBy: Readonly<
    Record<
      'kept-for-later' | 'kept-by-store-fault' | 'invitation-pending' | 'invitation-refused' | 'made-unread',
      string
    >
  >;
  readonly failedUnreachable: string;
  /** Our own disk takes nothing: without the draft on it a deal is not even asked for. */
  readonly failedStore: string;
  readonly dropKept: string;
  readonly failedNotInvitedField: (label: string) => string;
  /** What was noted of this deal is there and can't be read: whether it was made isn't known. */
  readonly failedUnreadable: string;
  readonly failedRole: (people: string) => string;
  readonly failedRefused: string;
  readonly failedField: (label: string) => string;
  readonly retry: string;
}
