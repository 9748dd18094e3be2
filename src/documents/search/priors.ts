import type { Section } from '../section.ts';

/** What was written for its month, or is kept in an archive, is seldom what is asked for now. */
const OLD = 0.8;
/** A list of what to read next has the words of all the pages it names, and answers nothing. */
const NEXT_STEPS = 0.3;

/** How much a section's words count because of what it is. */
export function priorOf({ document, isNextSteps }: Section): number {
  return (document.isNews || document.isArchived ? OLD : 1) * (isNextSteps ? NEXT_STEPS : 1);
}
