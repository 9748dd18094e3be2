import type { BeginRequest, Take } from '../../dialogs/turn.ts';
import type { Action } from '../cards/action.ts';
import type { DialogName } from '../cards/dialog-name.ts';
import type { Words } from '../knowledge/words.ts';
import type { SaidInTalk } from '../language/small-talk.ts';
import type { Candidate, Match, Passage } from '../matching/match.ts';
import type { Focus } from '../reading/focus.ts';
import type { Reading } from '../reading/reading.ts';
import type { Held } from './holding.ts';
import type { OfferedDialog } from './order-or-question.ts';
import type { PeopleDialog } from './people-asked.ts';
import type { UnableOrder } from './unable.ts';

/** Who owns the turn, and what is to be done. Returned, never sent. */
export type Decision =
  | { readonly kind: 'continue-form' }
  | { readonly kind: 'answer'; readonly id: string; readonly match: Match | null }
  /** The answer that was just said is asked for its reason, of which its source says no more. */
  | { readonly kind: 'reason'; readonly id: string }
  | {
      readonly kind: 'begin';
      readonly dialog: DialogName;
      readonly request: BeginRequest;
      readonly match: Match | null;
    }
  /** An act is spoken of and not ordered: it is told about, and offered. */
  | {
      readonly kind: 'held';
      readonly why: Held;
      readonly dialog: DialogName;
      readonly request: BeginRequest;
      readonly match: Match;
    }
  /** What can't be done from here is ordered of a deal: that is said, with the deal as it stands. */
  | { readonly kind: 'unable'; readonly what: UnableOrder; readonly request: BeginRequest }
  /** Something on the screen is meant, and it can't be told which. */
  | { readonly kind: 'which' }
  | { readonly kind: 'clarify'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none'; readonly candidates: readonly Candidate[] }
  /** No answer is known, and imported documents have one. */
  | { readonly kind: 'passages'; readonly passages: readonly Passage[] }
  | { readonly kind: 'act'; readonly action: Action }
  | { readonly kind: 'small-talk'; readonly what: SmallTalk }
  | { readonly kind: 'sign-in' | 'sign-out' | 'sign-in-cancelled' }
  | { readonly kind: 'sign-in-code'; readonly code: string }
  /** A deal is to be made anew; `named` is what names it. */
  /** What is asked for comes after the open form: a tap away. */
  | { readonly kind: 'later'; readonly request: BeginRequest }
  | { readonly kind: 'recreate'; readonly named: string; readonly deal?: string }
  | { readonly kind: 'person' | 'complaint' | 'wrong-answer' }
  /** The experts are to be asked; `question` is what follows, which may be nothing. */
  | { readonly kind: 'ask-expert'; readonly question: string }
  | { readonly kind: 'nothing-to-cancel' | 'nothing-open' | 'acknowledged' | 'list-ended' }
  | { readonly kind: 'offer-declined' };

/** The little things that need no knowledge. */
export type SmallTalk = SaidInTalk | 'drafts';

/** What the router looks at. */
export interface RouteInput {
  readonly utterance: string;
  /** The utterance, read once. */
  readonly reading: Reading;
  /** What is on the screen; absent or null where nothing is. */
  readonly focus?: Focus | null;
  /** What people say in the language; absent where nothing on the screen can be meant. */
  readonly words?: Words;
  /** The person's drafts, latest first, by the customer they are for. */
  readonly drafts?: readonly {
    readonly id: string;
    readonly dialog: DialogName;
    readonly title: string | null;
  }[];
  /** Whether the words by themselves order to close a deal that they name, while another form is open. */
  readonly isClosing?: boolean;
  /** Whether they order something that may be a new deal, while a form for something else is open. */
  readonly isOpening?: boolean;
  /** The draft of the open form, or null. */
  readonly openDraft?: string | null;
  /** How sure the open form is that the words are for it; null when no form is open. */
  readonly take: Take | null;
  /** What "sì" begins, or null. In an open form it was asked after the form's own question. */
  readonly offer: Action | null;
  /** The clarification that is open: its candidates with their titles, in the order shown. */
  readonly clarify:
    | readonly { readonly id: string; readonly kind: Candidate['kind']; readonly label: string }[]
    | null;
  /** The list shown last, with what shows its next part; absent or null where none was. */
  readonly list?: { readonly next: Action | null } | null;
  /** Customers' names of the deals that the person may see. */
  readonly knownNames?: readonly string[];
  /** What is sold in those deals. */
  readonly soldNames?: readonly string[];
  /** The buttons on the screen, by their titles. */
  readonly buttons?: readonly { readonly title: string; readonly action: Action }[];
  /** Whether the message before set what is told without asking. */
  readonly isAfterNotice?: boolean;
  /** Whether the message before was about a deal. */
  readonly isAfterCheck?: boolean;
  /** The id of the answer that was said last; absent or null where something else was shown since. */
  readonly justSaid?: string | null;
  /** What "riprova" does again, or null. */
  readonly retry: Action | null;
  /** Whether people sign in here, and whether a sign-in is waiting for its digits; absent where they don't. */
  readonly signIn?: 'on' | 'waiting';
  /** Whether the assistant can look after deals while the person is away. */
  readonly canWatch?: boolean;
  /** Absent where nobody may be named. */
  readonly peopleDialog?: PeopleDialog;
  /** The name of colleagues of whom it asks, in folded words; absent or null where it asks of none. */
  readonly colleague?: string | null;
  /** The dialog that an answer offers, null where it offers none: one that offers a check speaks of how a deal stands. */
  readonly offeredBy?: OfferedDialog;
  /** Asks the matching engine; called only where the words themselves don't decide. */
  readonly match: () => Match;
}
