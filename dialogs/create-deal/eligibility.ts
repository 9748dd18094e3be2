import { bullet } from '../../src/cards/line.ts';
import { type Reply, sayLines, sayWith } from '../../src/cards/reply-data.ts';
import { type Admin, canGrantRoles } from '../../src/directory/directory.ts';
import { joinList } from '../../src/language/format.ts';
import type { CreationEligibility } from '../../src/referrals/eligibility.ts';
import { adminsButton } from '../deals/replies.ts';
import { namesOf } from './solutions.ts';
import { dealTexts } from './texts.ts';
import type { DealContext } from './values.ts';

/** One message: the criteria are met, and what can't be known. */
export function mayCreateReply(eligibility: CreationEligibility, context: DealContext): Reply {
  const texts = dealTexts[context.locale];
  const lines: string[] = [];
  if (eligibility.role === 'met' && eligibility.solution === 'met') {
    const role = texts.roles[eligibility.isUserRoleOnly ? 'referrals-user' : 'referrals-admin'];
    lines.push(texts.canCreate(role, readyNames(eligibility, context)));
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
  const isRoleMissing = eligibility.role === 'not-met';
  // Who gives roles needs nobody else, and nobody to write to.
  const canGrant = canGrantRoles(person);
  const criteria = [eligibility.role === 'met' ? texts.roleMet : texts.roleMissing];
  if (eligibility.solution === 'not-met') criteria.push(texts.solutionMissing);
  if (eligibility.solution === 'met') criteria.push(texts.solutionMet(readyNames(eligibility, context)));
  const cures: string[] = [];
  if (person === null) cures.push(texts.unknownPerson);
  if (isRoleMissing) cures.push(canGrant ? texts.youGrant : whoGrants(admins, context));
  if (eligibility.solution === 'not-met') cures.push(texts.whoMendsSolution);
  const lines = [texts.cannot, ...criteria.map(bullet), ...cures];
  const reply = sayLines(lines, ...(isRoleMissing ? [adminsButton(context.locale)] : []));
  if (!isRoleMissing || canGrant || person === null) return [reply];
  const name = `${person.firstName} ${person.lastName}`;
  return [reply, sayLines([texts.messageTitle, texts.message(name, person.company.name)])];
}

/** "Te lo possono dare: Elena Riva (amministratore dell'account), elena@…". */
export function whoGrants(admins: readonly Admin[], { locale }: Pick<DealContext, 'locale'>): string {
  const texts = dealTexts[locale];
  if (admins.length === 0) return texts.whoGrantsUnknown;
  const people = admins
    .slice(0, 4)
    .map(({ name, role, email }) => `${name} (${texts.roles[role]}, ${email})`);
  return texts.whoGrants(joinList(people, locale, 'and'));
}

function readyNames({ readySolutions }: CreationEligibility, context: DealContext): string {
  return namesOf(readySolutions.slice(0, 4), context);
}
