import { bullet } from '../../src/cards/line.ts';
import { type Reply, sayLines, sayWith } from '../../src/cards/reply-data.ts';
import { type Admin, canGrantRoles } from '../../src/directory/directory.ts';
import { joinList } from '../../src/language/format.ts';
import { canCreate, type CreationEligibility } from '../../src/referrals/eligibility.ts';
import type { DealTexts } from './text-types.ts';
import { namesOf } from './solutions.ts';
import { dealTexts } from './texts.ts';
import type { DealContext } from './values.ts';

/** Whether this person may create a deal, criterion by criterion as the FAQ has them. */
export function eligibilityOf({ facts }: DealContext): CreationEligibility {
  return canCreate(facts.person, facts.solutions);
}

/** One message: the criteria are met, and what can't be known. */
export function mayCreateReply(eligibility: CreationEligibility, context: DealContext): Reply {
  const texts = dealTexts[context.locale];
  const lines: string[] = [];
  if (eligibility.role === 'met' && eligibility.solution === 'met') {
    lines.push(texts.canCreate(roleName(eligibility, texts), readyNames(eligibility, context)));
  }
  if (eligibility.isUserRoleOnly) lines.push(texts.roleUserOnly);
  if (eligibility.role === 'unknown') lines.push(texts.roleUnknown);
  if (eligibility.solution === 'unknown') lines.push(texts.solutionsUnknown);
  return sayWith(lines.join(' '));
}

/** What is missing, who can mend it, and a message to send them; nothing is collected. */
export function mayNotCreateReplies(
  eligibility: CreationEligibility,
  admins: readonly Admin[],
  context: DealContext,
): readonly Reply[] {
  const texts = dealTexts[context.locale];
  const { person } = context.facts;
  const role = eligibility.role === 'met' ? texts.roleMet : texts.roleMissing;
  const solution =
    eligibility.solution === 'not-met'
      ? texts.solutionMissing
      : texts.solutionMet(readyNames(eligibility, context));
  const isRoleMissing = eligibility.role === 'not-met';
  // Who gives roles needs nobody else, and nobody to write to.
  const canGrant = canGrantRoles(person);
  const criteria = [role, ...(eligibility.solution === 'unknown' ? [] : [solution])];
  const cures = [
    ...(person === null ? [texts.unknownPerson] : []),
    ...(isRoleMissing ? [canGrant ? texts.youGrant : whoGrants(admins, texts, context)] : []),
    ...(eligibility.solution === 'not-met' ? [texts.whoMendsSolution] : []),
  ];
  const find = {
    title: texts.findAdmins,
    action: { action: 'begin', dialog: 'find-account-admins' },
  } as const;
  const lines = [texts.cannot, ...criteria.map(bullet), ...cures];
  const reply = sayLines(lines, ...(isRoleMissing ? [find] : []));
  if (!isRoleMissing || canGrant || person === null) return [reply];
  const name = `${person.firstName} ${person.lastName}`;
  return [reply, sayLines([texts.messageTitle, texts.message(name, person.company.name)])];
}

/** "Te lo possono dare: Elena Riva (amministratore dell'account), elena@…". */
export function whoGrants(
  admins: readonly Admin[],
  texts: DealTexts,
  { locale }: Pick<DealContext, 'locale'>,
): string {
  if (admins.length === 0) return texts.whoGrantsUnknown;
  const people = admins
    .slice(0, 4)
    .map(({ name, role, email }) => `${name} (${texts.roles[role]}, ${email})`);
  return texts.whoGrants(joinList(people, locale, 'and'));
}

function readyNames({ readySolutions }: CreationEligibility, context: DealContext): string {
  return namesOf(readySolutions.slice(0, 4), context);
}

function roleName({ isUserRoleOnly }: CreationEligibility, { roles }: DealTexts): string {
  return roles[isUserRoleOnly ? 'referrals-user' : 'referrals-admin'];
}
