import { contextOf, type Play, visibleSlots } from './values.ts';
import { type Button, type Reply, sayWith } from '../../src/cards/reply-data.ts';
import { actButton, capitalize, labelOf, MAX_BUTTONS } from './render.ts';
import { formTexts } from './texts.ts';
import type { Slot } from './slot.ts';

const PAGE = 'page:';

/** The page that a button of the list asks for; the first where it asks for none. */
export function pageOf(choice: string | undefined): number {
  const page = Number(choice?.startsWith(PAGE) === true ? choice.slice(PAGE.length) : 0);
  return Number.isInteger(page) && page > 0 ? page : 0;
}

/** Asks what to change: every slot that has something to show or to give, a page of buttons at a time. */
export function askChangeReply(play: Play, text: string, page: number): Reply {
  const { form, scene } = play;
  const texts = formTexts(scene.locale);
  const { id } = form.draft;
  const slots = changeableSlots(play);
  const pages = pagesOf(slots);
  const at = page % pages.length;
  const buttons = (pages[at] ?? []).map((slot) =>
    actButton(capitalize(labelOf(slot, scene.locale)), id, { do: 'change', slot: slot.name }),
  );
  const next = `${PAGE}${String((at + 1) % pages.length)}`;
  const more: Button[] =
    pages.length === 1 ? [] : [actButton(texts.more, id, { do: 'change', choice: next })];
  return sayWith(text, ...buttons, ...more, actButton(texts.goOn, id, { do: 'go-on' }));
}

/** In the order of the conversation, those that are never asked by themselves last. */
function changeableSlots(play: Play): readonly Slot[] {
  const { form, scene } = play;
  const context = contextOf(form, scene);
  const visible = visibleSlots(play);
  const isQuiet = (slot: Slot): boolean => slot.isQuiet === true;
  const asked = visible.filter((slot) => {
    const value = form.values[slot.name];
    return !isQuiet(slot) && (value === undefined || slot.show(value, context) !== null);
  });
  return [...asked, ...visible.filter(isQuiet)];
}

/** One page where all fit beside "go on", else pages that leave room for "more" as well. */
function pagesOf<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < MAX_BUTTONS) return [items];
  const size = MAX_BUTTONS - 2;
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, page) => items.slice(page * size, (page + 1) * size));
}
