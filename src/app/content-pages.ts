import { KNOWLEDGE_FOLDER } from './knowledge.ts';
import type { Config } from '../config/config.ts';
import type { ContentPages } from '../http/content-page.ts';
import { contentPageTexts } from '../http/content-page-texts.ts';
import { readPage } from '../knowledge/page.ts';

/** The pages on privacy, terms and help, with what they say of this very assistant. */
export function openContentPages(
  config: Pick<Config, 'publisher' | 'support' | 'retentionDays'>,
): ContentPages {
  const { publisher, support, retentionDays } = config;
  return {
    read: (name) => readPage(KNOWLEDGE_FOLDER, name),
    facts: (locale) => ({
      publisher: publisher ?? contentPageTexts[locale].publisher,
      contact: support.contact ?? contentPageTexts[locale].contact,
      support: support.url,
      sessionDays: String(retentionDays.sessions),
      draftDays: String(retentionDays.drafts),
      questionDays: String(retentionDays.questions),
      backupDays: String(retentionDays.backups),
    }),
  };
}
