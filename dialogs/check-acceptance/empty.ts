import { sayWith } from '../../src/cards/reply-data.ts';
import type { Button, Reply } from '../../src/cards/reply-data.ts';
import type { Person } from '../../src/directory/directory.ts';
import type { Locale } from '../../src/language/locale.ts';
import { mayHaveDeals } from '../deals/role.ts';
import { allButton } from './cards.ts';
import { checkTexts } from './texts.ts';

/** Who looks, and in which language they are told. */
interface Looker {
  readonly person: Person | null;
  readonly locale: Locale;
}

/** There is nothing to show: because nothing was created yet, or because a role is missing. */
export function emptyReply({ person, locale }: Looker): Reply {
  const texts = checkTexts[locale];
  if (mayHaveDeals(person)) return sayWith(texts.noDeals, createButton(locale));
  const admins: Button = {
    title: texts.buttons.admins,
    action: { action: 'begin', dialog: 'find-account-admins' },
  };
  return sayWith(texts.noRole, admins);
}

/** No deal that the person may see; whether it exists for somebody else is never said. */
export function notFoundReply(typed: string | null, locale: Locale): Reply {
  const texts = checkTexts[locale];
  const text = typed === null ? texts.notFoundId : texts.notFound(typed);
  return {
    ...sayWith(text, allButton(locale), createButton(locale)),
    offer: { action: 'page', of: 'deals', page: 0 },
  };
}

function createButton(locale: Locale): Button {
  return { title: checkTexts[locale].buttons.create, action: { action: 'begin', dialog: 'create-deal' } };
}
