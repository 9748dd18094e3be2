import type { Locale, Localized } from '../language/locale.ts';
import type { Action } from './action.ts';
import { type Box, type Field, type FieldGroup, fieldId } from './box.ts';
import { plainTitle } from './plain-title.ts';
import type { CardElement } from './reply-data.ts';
import { lineBlock, lineBlocks } from './text-block.ts';

interface BoxCardTexts {
  readonly optional: string;
  /** Shows what is seldom changed. */
  readonly more: string;
  readonly toSummary: string;
  readonly toChat: string;
  readonly choose: string;
}

const texts: Localized<BoxCardTexts> = {
  it: {
    optional: '(facoltativo)',
    more: 'Altri campi',
    toSummary: 'Vai al riepilogo',
    toChat: 'Continua in chat',
    choose: 'Scegli',
  },
  en: {
    optional: '(optional)',
    more: 'More fields',
    toSummary: 'Go to the summary',
    toChat: 'Carry on in chat',
    choose: 'Choose',
  },
};

const FOLDED = 'folded';

/** A form as an Adaptive Card with inputs, for a box beside the chat or a message. */
export function boxCard({ draftId, lines, groups, shown }: Box, locale: Locale): CardElement {
  const own = texts[locale];
  const folded = groups.filter(({ isFolded }) => isFolded);
  const open = groups.filter(({ isFolded }) => !isFolded);
  const fill = (isWhole: boolean): Action => ({ action: 'fill-box', draftId, isWhole, shown: { ...shown } });
  const toggle = { type: 'Action.ToggleVisibility', title: own.more, targetElements: [FOLDED] };
  const put = (group: FieldGroup): CardElement => groupElement(group, draftId, locale);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: locale,
    body: [
      ...lineBlocks(lines, { spacing: 'small' }),
      ...open.map(put),
      ...(folded.length === 0
        ? []
        : [
            { type: 'ActionSet', spacing: 'medium', actions: [toggle] },
            { type: 'Container', id: FOLDED, isVisible: false, items: folded.map(put) },
          ]),
    ],
    actions: [
      { type: 'Action.Submit', title: own.toSummary, style: 'positive', data: fill(true) },
      { type: 'Action.Submit', title: own.toChat, data: fill(false) },
    ],
  };
}

/** The inputs of one value; what is wrong stands right above them, in a frame of its own. */
function groupElement(group: FieldGroup, draftId: string, locale: Locale): CardElement {
  const { name, label, isOptional, problem, fields } = group;
  const title = plainTitle(isOptional ? `${label} ${texts[locale].optional}` : label);
  const inputs = fields.map((field) => {
    const own = field.label === undefined ? title : plainTitle(field.label);
    return { ...inputOf(field, group, draftId, locale), label: own };
  });
  // The first input may have the value's own label; else that stands above them all.
  const heading = fields[0]?.label === undefined ? [] : [lineBlock(title, { isBold: true })];
  const note = problem === null ? [] : [lineBlock(problem, { isBold: true, spacing: 'small' })];
  return {
    type: 'Container',
    id: `group.${name}`,
    spacing: 'medium',
    ...(problem === null ? {} : { style: 'emphasis' }),
    items: [...note, ...heading, ...inputs],
  };
}

function inputOf(field: Field, group: FieldGroup, draftId: string, locale: Locale): CardElement {
  const { part, value } = field;
  // A day is picked from a calendar: the example of how it could be written would mislead.
  const hint = field.kind === 'day' ? undefined : field.hint;
  const base = {
    id: fieldId(group.name, part),
    value,
    ...(hint === undefined ? {} : { placeholder: plainTitle(hint) }),
  };
  switch (field.kind) {
    case 'line':
      return { type: 'Input.Text', maxLength: 200, ...base };
    case 'lines':
      return { type: 'Input.Text', isMultiline: true, maxLength: 2000, ...base };
    case 'day':
      return { type: 'Input.Date', ...base };
    case 'choice':
      return { ...base, ...choiceInput(field, datasetOf(draftId, group.name), locale) };
  }
}

function choiceInput(
  { look, options }: Extract<Field, { kind: 'choice' }>,
  dataset: string,
  locale: Locale,
): CardElement {
  const choices = options.map(({ id, label }) => ({ title: plainTitle(label), value: id }));
  const input = { type: 'Input.ChoiceSet', choices, wrap: true, placeholder: texts[locale].choose };
  switch (look) {
    case 'open':
      return { ...input, style: 'expanded' };
    case 'many':
      return { ...input, style: 'expanded', isMultiSelect: true };
    case 'list':
      return { ...input, style: 'compact' };
    case 'typed':
      return { ...input, style: 'filtered', 'choices.data': { type: 'Data.Query', dataset } };
  }
}

const DATASET = /^box\/([\w.:-]{1,100})\/(\w{1,60})$/;

/** What a search in an input says of where it stands: the draft and the value. */
const datasetOf = (draftId: string, slot: string): string => `box/${draftId}/${slot}`;

/** Reads it back; null where it is none of ours. */
export function readDataset(dataset: string): { readonly draftId: string; readonly slot: string } | null {
  const [, draftId, slot] = DATASET.exec(dataset) ?? [];
  return draftId === undefined || slot === undefined ? null : { draftId, slot };
}
