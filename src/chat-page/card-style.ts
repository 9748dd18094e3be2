const FAMILY = 'inherit';

/** A colour of the page; it follows light and dark by itself, since the style sheet defines it for both. */
const tone = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle)` });

const TONES = {
  default: tone('text'),
  dark: tone('text'),
  light: tone('text'),
  accent: tone('accent-text'),
  good: tone('good'),
  warning: tone('warning'),
  attention: tone('attention'),
};

const container = (background: string) => ({
  backgroundColor: background,
  borderColor: 'var(--line)',
  foregroundColors: TONES,
});

/** How cards look on this page: sizes in CSS pixels. */
export const CARD_STYLE = {
  supportsInteractivity: true,
  fontFamily: FAMILY,
  spacing: { small: 4, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 14 },
  lineHeights: { small: 18, default: 22, medium: 23, large: 26, extraLarge: 30 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontTypes: {
    default: {
      fontFamily: FAMILY,
      fontSizes: { small: 13, default: 15, medium: 16, large: 19, extraLarge: 23 },
      fontWeights: { lighter: 300, default: 400, bolder: 620 },
    },
    monospace: {
      fontFamily: 'var(--monospace)',
      fontSizes: { small: 12, default: 13, medium: 14, large: 16, extraLarge: 20 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  containerStyles: {
    default: container('transparent'),
    emphasis: container('var(--emphasis)'),
    accent: container('var(--accent-soft)'),
    good: container('var(--good-soft)'),
    warning: container('var(--warning-soft)'),
    attention: container('var(--attention-soft)'),
  },
  actions: {
    maxActions: 6,
    spacing: 'Default',
    buttonSpacing: 8,
    actionsOrientation: 'Horizontal',
    actionAlignment: 'Left',
    showCard: { actionMode: 'Inline', inlineTopMargin: 10, style: 'emphasis' },
  },
  adaptiveCard: { allowCustomStyle: false },
  // Under the page's own title; without a level a heading is none to a screen reader.
  textBlock: { headingLevel: 2 },
  inputs: {
    label: {
      inputSpacing: 'Small',
      requiredInputs: {
        weight: 'bolder',
        color: 'default',
        isSubtle: false,
        suffix: ' *',
        suffixColor: 'attention',
      },
      optionalInputs: { weight: 'bolder', color: 'default', isSubtle: false },
    },
    errorMessage: { color: 'attention', weight: 'default', spacing: 'Small' },
  },
};
