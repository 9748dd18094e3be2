import { createRequire } from 'node:module';
import type * as Cards from 'adaptivecards';

// The package's own entry is written for bundlers; this file is for Node and browsers alike.
const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
) as typeof Cards;

/** The renderer tests `lang` by a stateful expression, which refuses every second good value. */
const WRONGLY_REFUSED = /^Invalid value "(it|en)" for property "lang"/;

/** What Microsoft's own renderer objects to in a card of schema 1.5: unknown elements and values, missing ids. */
export function cardProblems(content: unknown): string[] {
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 } });
  card.parse(content, context);
  const parsed = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message);
  const validated = card.validateProperties().validationEvents.map(({ message }) => message);
  return [...parsed, ...validated].filter((problem) => !WRONGLY_REFUSED.test(problem));
}
