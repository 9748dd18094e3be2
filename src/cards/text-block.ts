import type { CardElement } from './reply-data.ts';

/** How a text stands out, or back. */
export interface TextStyle {
  readonly isBold?: boolean;
  readonly isSubtle?: boolean;
  readonly isSmall?: boolean;
  readonly color?: 'good' | 'warning' | 'attention' | 'accent';
  readonly spacing?: 'none' | 'small' | 'medium' | 'large';
}

/** A text of a card, Markdown allowed, that wraps on narrow screens. */
export function textBlock(text: string, style: TextStyle = {}): CardElement {
  return {
    type: 'TextBlock',
    text,
    wrap: true,
    ...(style.isBold === true ? { weight: 'bolder' } : {}),
    ...(style.isSubtle === true ? { isSubtle: true } : {}),
    ...(style.isSmall === true ? { size: 'small' } : {}),
    ...(style.color === undefined ? {} : { color: style.color }),
    ...(style.spacing === undefined ? {} : { spacing: style.spacing }),
  };
}
