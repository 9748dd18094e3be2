import type { Unable, Unheld } from './limits.ts';

/** What a message wants to be told, or not to be told, while its person isn't asking. */
export type NoticeWish =
  /** `names` are whom it is about, as far as the words name somebody; none means all. */
  | {
      readonly kind: 'news';
      readonly isOn: boolean;
      readonly topic: 'all' | 'answers' | 'deadlines';
      readonly names: readonly string[];
      /** Of whom nothing is to be told, said along: "per Contoso, non Fabrikam". */
      readonly without?: readonly string[];
      /** Whether it takes the place of what was set last: "no aspetta, intendevo Contoso". */
      readonly isInstead?: true;
      /** What of the words can't be held to, which is said. */
      readonly unheld?: Unheld;
      /** Whether the words say that all deals are meant: "per tutti", "i miei deal". */
      readonly isOfAll?: true;
      /** Whether all others are to be the other way: "solo Fabrikam", "niente tranne Fabrikam", "tutti tranne Fabrikam". */
      readonly isAlone?: true;
    }
  /** Answers of ours that say something else than when they were given. */
  | { readonly kind: 'changes'; readonly isOn: boolean }
  /** A list once a week; Monday is 1, minutes count from midnight, and null was not said. */
  | {
      readonly kind: 'digest';
      readonly weekday: number | null;
      readonly at: number | null;
      /** True where it changes the list that there is: "anzi ogni venerdì". */
      readonly isChange?: true;
      /** True where more days are named than the one that it comes on. */
      readonly isOften?: true;
    }
  /** Something that can't be set, which is said. */
  | { readonly kind: 'unable'; readonly what: Unable }
  /** A reminder of something that the person is to do, which nobody can set here. */
  | { readonly kind: 'reminder' }
  | { readonly kind: 'digest-off' }
  /** From when to when nothing is to be sent; null was not said. */
  | { readonly kind: 'quiet'; readonly from: number | null; readonly to: number | null }
  | { readonly kind: 'quiet-off' }
  /** Nothing any more. */
  | { readonly kind: 'nothing' }
  /** What is told as things stand. */
  | { readonly kind: 'list' };

/** A wish for news. */
export type NewsWish = Extract<NoticeWish, { kind: 'news' }>;
