let generation = 0;

/** How often what people say was given anew: what was made of other words than today's is of another number. */
export const hearingOf = (): number => generation;

/** From here on nothing counts that was made of the words before. */
export function hearAgain(): void {
  generation += 1;
}
