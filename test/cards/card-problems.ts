import { createRequire } from 'node:module';
import type * as Cards from 'adaptivecards';

// The package's own entry is written for bundlers; this file is for Node and browsers alike.
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
) as typeof Cards;

/** What Microsoft's own renderer objects to in a card of schema 1.5: unknown elements and values, missing ids. */
export function cardProblems(content: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(content, context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsed, ...validated];
}
