import type { Person } from '../directory/directory.ts';
import { HOURS_BEFORE_WON } from './referral.ts';
import type { Referral, Solution } from './referral.ts';
import { classifyReason, decide, hoursSinceCreation, isTerminal, isUnderThreshold } from './rules.ts';

/** Whether a criterion holds; `unknown` where nothing here can tell. */
export type CriterionState = 'met' | 'not-met' | 'unknown';

/** The two criteria of the New deal button (referrals FAQ), each by itself. */
export interface CreationEligibility {
  readonly role: CriterionState;
  /**
   * True for a referrals user without the admin role: the FAQ names the admin role only, the roles page lets
   * a user create deals, so it counts as met and the portal may yet refuse.
   */
  readonly isUserRoleOnly: boolean;
  readonly solution: CriterionState;
  /** Those that are published and co-sell ready. */
  readonly readySolutions: readonly Solution[];
  /** False when a criterion is known not to be met. */
  readonly isPossible: boolean;
}

/** Says of each criterion whether this person and company meet it; an unknown person has no role. */
export function canCreate(person: Person | null, solutions: readonly Solution[]): CreationEligibility {
  const readySolutions = solutions.filter((solution) => solution.isPublished && solution.isCoSellReady);
  const role = roleVerdict(person);
  const solution = readySolutions.length > 0 ? 'met' : isListComplete(solutions) ? 'not-met' : 'unknown';
  return {
    role,
    isUserRoleOnly: role === 'met' && person?.roles?.includes('referrals-admin') !== true,
    solution,
    readySolutions,
    isPossible: role !== 'not-met' && solution !== 'not-met',
  };
}

function roleVerdict(person: Person | null): CriterionState {
  if (person === null) return 'not-met';
  if (person.roles === null) return 'unknown';
  return person.roles.some((role) => role === 'referrals-admin' || role === 'referrals-user')
    ? 'met'
    : 'not-met';
}

/** An empty list, or one harvested from deals alone, doesn't prove that there are no others. */
function isListComplete(solutions: readonly Solution[]): boolean {
  return solutions.some((solution) => solution.source !== 'recent-deal');
}

/** The criteria of Azure IP co-sell (register-deals page), in the order in which they are best said. */
export type IncentiveCriterion =
  | 'shared-with-microsoft'
  | 'value-threshold'
  | 'eligible-solution'
  | 'accepted-by-microsoft'
  | 'managed-customer'
  | 'won'
  | 'waited-72-hours';

export interface IncentiveFinding {
  readonly criterion: IncentiveCriterion;
  readonly verdict: CriterionState;
  /** For `not-met`: true while something can still make it met. */
  readonly canStillChange: boolean;
}

/**
 * Whether the deal could be registered for the Azure IP co-sell incentive, criterion by criterion. What
 * no source here can tell (does Microsoft manage the customer? the value in USD?) is `unknown`.
 * `accepted-by-microsoft` is left out where Microsoft's help was never asked: it isn't required then.
 */
export function incentiveCriteria(
  referral: Referral,
  solutions: readonly Solution[],
  now: Date,
): readonly IncentiveFinding[] {
  const isOpen = !isTerminal(referral.state);
  const find = (
    criterion: IncentiveCriterion,
    verdict: CriterionState,
    isChangeable: boolean,
  ): IncentiveFinding => ({
    criterion,
    verdict,
    canStillChange: verdict === 'not-met' && isChangeable,
  });
  const accepted = acceptance(referral, now);
  return [
    find('shared-with-microsoft', referral.kind === 'private' ? 'not-met' : 'met', isOpen),
    find('value-threshold', valueVerdict(referral), isOpen),
    find('eligible-solution', solutionVerdict(referral, solutions), false),
    ...(accepted === null
      ? []
      : [find('accepted-by-microsoft', accepted, decide(referral, now).kind === 'waiting')]),
    find('managed-customer', managedVerdict(referral), false),
    find('won', referral.state.substatus === 'Won' ? 'met' : 'not-met', isOpen),
    find('waited-72-hours', waitedVerdict(referral, now), isOpen),
  ];
}

function valueVerdict({ value }: Referral): CriterionState {
  const isUnder = isUnderThreshold(value);
  if (isUnder === 'not-usd') return 'unknown';
  return isUnder === 'no' ? 'met' : 'not-met';
}

function solutionVerdict(referral: Referral, solutions: readonly Solution[]): CriterionState {
  const known = referral.solutions.map(({ id }) => solutions.find((solution) => solution.id === id));
  if (known.some((solution) => solution?.isIncentiveEligible === true)) return 'met';
  const isAllKnown = known.every((solution) => solution !== undefined && solution.source !== 'recent-deal');
  return isAllKnown ? 'not-met' : 'unknown';
}

function acceptance(referral: Referral, now: Date): CriterionState | null {
  if (referral.kind !== 'co-sell') return null;
  const decision = decide(referral, now);
  switch (decision.kind) {
    case 'accepted':
      return 'met';
    case 'closed-by-microsoft':
      // Won by Microsoft counts as accepted (register-deals page); Lost says nothing of what came before.
      return decision.substatus === 'Won' ? 'met' : 'unknown';
    case 'waiting':
    case 'declined':
    case 'expired':
      return 'not-met';
    case 'not-shared':
    case 'not-asked':
    case 'needs-attention':
    case 'unknown':
      return 'unknown';
  }
}

function managedVerdict({ microsoft }: Referral): CriterionState {
  const reasonClass = classifyReason(microsoft?.reason ?? null);
  return reasonClass === 'not-managed' || reasonClass === 'no-customer-record' ? 'not-met' : 'unknown';
}

function waitedVerdict(referral: Referral, now: Date): CriterionState {
  const end = referral.closedAt === null ? now : new Date(referral.closedAt);
  return hoursSinceCreation(referral, end) >= HOURS_BEFORE_WON ? 'met' : 'not-met';
}
