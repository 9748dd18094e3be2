import type { Box, FieldOption, FilledBox } from '../src/cards/box.ts';
import type { DialogName } from '../src/cards/dialog-name.ts';
import type { Reply } from '../src/cards/reply-data.ts';
import { findDraft, frameOf, staleReply } from './engine/drafts.ts';
import { drawBox, fillBox, showBox, suggestIn } from './engine/form-box.ts';
import type { FormDialog, Frame, Step } from './engine/form.ts';
import { formStateSchema } from './engine/state.ts';
import { formTexts } from './engine/texts.ts';
import type { DialogHost, DialogState } from './index.ts';
import type { DialogServices } from './services.ts';
import { formOf } from './stack.ts';
import type { BeginRequest, DialogTurn } from './turn.ts';

/** Where an input stands that is searched. */
export interface SearchedInput {
  readonly draftId: string;
  readonly slot: string;
}

/** The forms as boxes beside the chat. What they can't do is told as a reply: the deal is there, the draft is gone. */
export interface Boxes {
  /** The box of an open form, or of a kept draft. Changes nothing. */
  open(draftId: string, turn: DialogTurn, host: DialogHost): Promise<Box | Reply>;
  /** Takes in what was put into a box: the box again where something is wrong, null where the chat goes on. */
  fill(filled: FilledBox, turn: DialogTurn, host: DialogHost): Promise<Box | Reply | null>;
  /** The same where no chat is at hand: what is right is in the draft, which waits. Nothing is said. */
  fillAside(filled: FilledBox, turn: DialogTurn): Promise<Box | Reply | null>;
  /** Begins a form in its box, under this draft's id, or goes on with that draft. */
  draw(name: DialogName, request: BeginRequest, draftId: string, turn: DialogTurn): Promise<Box | Reply>;
  /** What fits to what is being typed into an input; null where no such thing is searched. */
  suggest(
    at: SearchedInput,
    typed: string,
    turn: DialogTurn,
    host: DialogHost,
  ): Promise<readonly FieldOption[] | null>;
}

type Run = (step: Step, state: DialogState, turn: DialogTurn, host: DialogHost) => Promise<void>;

/** Makes the boxes of forms; `run` carries out what a filled one leads to. */
export function createBoxes(
  forms: ReadonlyMap<DialogName, FormDialog>,
  services: Pick<DialogServices, 'gateway'>,
  run: Run,
): Boxes {
  const noBox = (draftId: string, turn: DialogTurn): Promise<Reply> =>
    staleReply(draftId, turn, services, formTexts(turn.locale).boxGone);
  const open: Boxes['open'] = async (draftId, turn, host) => {
    const frame = find(draftId, turn, host.state);
    const box = frame === null ? null : await showBox(formOf(frame, forms), frame, turn);
    return box ?? noBox(draftId, turn);
  };
  return {
    open,
    async fill(filled, turn, host) {
      const state: DialogState = host.state === null ? { dialogStack: [] } : structuredClone(host.state);
      const frame = find(filled.draftId, turn, state);
      if (frame === null) return noBox(filled.draftId, turn);
      const filling = await fillBox(formOf(frame, forms), filled, frame, turn);
      const at = state.dialogStack.indexOf(frame);
      if (isBox(filling)) {
        if (at >= 0) host.state = state;
        return filling;
      }
      // What is open above it ends, as where it is begun anew.
      state.dialogStack = [...state.dialogStack.slice(0, Math.max(at, 0)), frame];
      await run(filling, state, turn, host);
      return null;
    },
    async fillAside(filled, turn) {
      const frame = find(filled.draftId, turn, null);
      if (frame === null) return noBox(filled.draftId, turn);
      const filling = await fillBox(formOf(frame, forms), filled, frame, quiet(turn));
      return isBox(filling) ? filling : null;
    },
    async draw(name, request, draftId, turn) {
      if (findDraft(turn, draftId) !== null) return open(draftId, turn, { state: null });
      const said: Reply[] = [];
      const form = formOf({ id: name, state: null }, forms);
      const box = await drawBox(form, request, draftId, quiet(turn, said));
      return box ?? said[0] ?? noBox(draftId, turn);
    },
    async suggest({ draftId, slot }, typed, turn, host) {
      const frame = find(draftId, turn, host.state);
      return frame === null ? null : suggestIn(formOf(frame, forms), slot, typed, frame, turn);
    },
  };
}

/** Where a draft is open, else a place to open it at. */
function find(draftId: string, turn: DialogTurn, state: DialogState | null): Frame | null {
  const isOpen = (frame: Frame): boolean => formStateSchema.safeParse(frame.state).data?.draftId === draftId;
  return state?.dialogStack.find(isOpen) ?? frameOf(draftId, turn);
}

function isBox(filling: Box | Step): filling is Box {
  return 'groups' in filling;
}

/** A turn in which nothing is said, but kept here. */
function quiet(turn: DialogTurn, said: Reply[] = []): DialogTurn {
  return { ...turn, say: (reply) => void said.push(reply) };
}
