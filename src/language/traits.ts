/** What sets one deal above the others. */
export const RANKING = [
  'expires-first',
  'expires-last',
  'closes-first',
  'closes-last',
  'biggest',
  'smallest',
  'oldest',
  'newest',
] as const;

/** What tells a deal from others. */
export const TRAITS = [
  ...RANKING,
  'waiting',
  'accepted',
  'declined',
  'expired',
  'won',
  'lost',
  'private',
  'shared',
  'with-microsoft',
  'in-dollars',
  'in-euros',
  'in-pounds',
] as const;

export type Trait = (typeof TRAITS)[number];
