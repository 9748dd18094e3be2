import { type Reply } from '../../src/cards/reply-data.ts';
import { lineBlock } from '../../src/cards/text-block.ts';
import { joinList } from '../../src/language/format.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Colleague } from './colleagues.ts';
import { ASIDE, type Asker, originOf, personRow } from './rows.ts';
import { adminTexts } from './texts.ts';

/** Who colleagues are, as far as the company's list or Entra tells. */
export function colleaguesCard(people: readonly Colleague[], asker: Asker): Reply {
  const texts = adminTexts[asker.locale];
  const lead = texts.colleague(
    joinList(
      people.map(({ name }) => name),
      asker.locale,
      'and',
    ),
    people.length,
  );
  return {
    summary: lead,
    body: [
      lineBlock({ heading: lead }),
      ...people.map((each) => personRow(each, rolesOf(each, asker.locale), true, asker)),
      ...[...new Set(people.map((each) => originOf(each, asker)))].map((line) => lineBlock(line, ASIDE)),
      lineBlock(texts.notKnowable, ASIDE),
    ],
  };
}

function rolesOf({ roles }: Colleague, locale: Locale): string {
  const texts = adminTexts[locale];
  if (roles === null) return texts.unknownRoles;
  return roles.length === 0
    ? texts.noRoles
    : joinList(
        roles.map((role) => texts.roles[role]),
        locale,
        'and',
      );
}
