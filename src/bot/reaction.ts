import type { Rating } from '../questions/question.ts';

/**
 * What a reaction says. Teams' own six are named by words; others by a code and a name, "1f44d_thumbsup".
 *
 * @returns null for one that says neither, such as a laugh
 */
export function ratingOfReaction(type: string): Rating | null {
  if (/^(like|heart|plusone)$|thumbsup|_(ok|heart|clap|100)/iu.test(type)) return 'like';
  if (/^(sad|angry)$|thumbsdown/iu.test(type)) return 'dislike';
  return null;
}
