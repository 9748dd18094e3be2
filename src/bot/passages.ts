import { passageReply } from '../cards/passage-card.ts';
import { forEverybody, refusing, sayWith } from '../cards/reply-data.ts';
import { excerptOf } from '../documents/excerpt.ts';
import type { Section } from '../documents/section.ts';
import { dayIn } from '../language/format.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Passage } from '../matching/match.ts';
import { noteAsked, notePicked, ratable } from './asked.ts';
import { botTexts } from './texts.ts';
import type { BotServices, Turn } from './turn.ts';

/** Shows the likeliest passage, with two others to choose from. */
export async function showPassages(
  passages: readonly Passage[],
  utterance: string,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const [first, ...others] = passages.flatMap(
    ({ section }) => sectionNamed(section, services.knowledge) ?? [],
  );
  if (first === undefined) return;
  turn.session.passagesFor = utterance;
  await show(first, others, utterance, turn, services);
}

/** Shows a passage that was chosen among those offered; one that is gone (another import) says so. */
export async function showPassage(id: string, turn: Turn, services: BotServices): Promise<void> {
  const section = sectionNamed(id, services.knowledge);
  if (section === null) return turn.say(forEverybody(refusing(sayWith(botTexts[turn.locale].oldButton))));
  await notePicked(id, turn, services);
  await show(section, [], turn.session.passagesFor ?? '', turn, services);
}

async function show(
  section: Section,
  others: readonly Section[],
  question: string,
  turn: Turn,
  services: BotServices,
): Promise<void> {
  const today = dayIn(turn.timeZone, turn.now);
  const hasWaysOn = services.dialogs.active(turn.host) === null;
  const excerpt = excerptOf(section, question);
  // What an editor has hidden leads nowhere.
  const follows = section.prompts.filter((each) => sectionNamed(each.section, services.knowledge) !== null);
  const reply = passageReply({ section, excerpt, follows, others, today, hasWaysOn }, turn.locale);
  const candidates = others.slice(0, 2).map(({ id }) => id);
  const came = { outcome: 'passages', answerId: section.id, candidates } as const;
  const asked = await noteAsked(came, question === '' ? null : question, turn, services);
  turn.say(ratable(reply, asked, turn));
}

const byKnowledge = new WeakMap<Knowledge, ReadonlyMap<string, Section>>();

function sectionNamed(id: string, knowledge: Knowledge): Section | null {
  const known =
    byKnowledge.get(knowledge) ?? new Map((knowledge.sections ?? []).map((section) => [section.id, section]));
  byKnowledge.set(knowledge, known);
  return known.get(id) ?? null;
}
