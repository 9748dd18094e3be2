import type { Language } from '../language/locale.ts';

/** What kind of thing a candidate is. */
export type CandidateKind = 'answer' | 'dialog';

/** A thing the utterance may be about. */
export interface Candidate {
  /** The answer id or the dialog name. */
  readonly id: string;
  readonly kind: CandidateKind;
  /** Calibrated probability in [0,1] that this is what the utterance asks for. */
  readonly confidence: number;
}

/** A word that was read as another one. */
export interface MendedWord {
  readonly from: string;
  readonly to: string;
}

/** A section of an imported document that may answer. */
export interface Passage {
  /** The id of the section, the same at each import. */
  readonly section: string;
  /** Calibrated probability in [0,1] that it answers, on the scale of the candidates' own. */
  readonly confidence: number;
}

/** What the assistant should do about an utterance, and why. */
export interface Match {
  /** `passages` where no answer is known, and imported documents have one: it is shown as a passage of them. */
  readonly outcome: 'answer' | 'dialog' | 'clarify' | 'passages' | 'none';
  /** The answer id or dialog name; null for `clarify`, `passages` and `none`. */
  readonly id: string | null;
  /** Probability in [0,1] that the top candidate is right; for `passages` that the first passage is. */
  readonly confidence: number;
  /** The best three, best first, whatever the outcome. */
  readonly candidates: readonly Candidate[];
  /** What imported documents have, best first, at most five, near-duplicates apart; whatever the outcome. */
  readonly passages: readonly Passage[];
  /** Mended words that changed what was understood; worth an "Intendi …?". */
  readonly mended: readonly MendedWord[];
  /** What the utterance asks for by its words, of the values that the vocabulary lists under `asks`: `person`, `time`. */
  readonly asks: readonly string[];
  /** A second request found in the same message, as typed; null when there is one request only. */
  readonly rest: string | null;
}

/** True where no answer and no dialog is known for what was said, whatever documents have. */
export const isUnanswered = ({ outcome }: Match): boolean => outcome === 'none' || outcome === 'passages';

/** What is known around an utterance. */
export interface MatchContext {
  /** The language of the utterance, which chooses the stemmer. */
  readonly locale: Language;
  /** Names of the customers of deals that this person may see: never evidence for an answer, never mended. */
  readonly knownNames?: readonly string[];
  /** The answer shown last, in whose light a short follow-up is read. */
  readonly lastAnswerId?: string | null;
  /** Whether the utterance goes on from what was said before ("e dopo?", "and who does that?"): then an unsure one is about that answer's subject. */
  readonly isFollowUp?: boolean;
  /** Whether the utterance asks one thing, however long ("if I close it and then they sign, what then?"). */
  readonly isOne?: boolean;
  /** Whether it supposes something and names no thing of its own ("and if they just sit on it?"): what it is about was said before. */
  readonly isOfIt?: boolean;
}

/** The matching engine as the bot sees it. Pure: the same input gives the same result. */
export interface Answerer {
  match(utterance: string, context: MatchContext): Match;
}
