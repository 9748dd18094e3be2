import { expect } from 'chai';
import { helpReply } from '../../src/cards/help-card.ts';
import type { Reply } from '../../src/cards/reply-data.ts';
import { toActivity } from '../../src/cards/reply.ts';
import { welcomeReply } from '../../src/cards/welcome-card.ts';
import { sara } from '../../src/directory/sample-people.ts';
import { outsideReplies } from './outside-replies.ts';
import { teamsHost } from './teams-host.ts';

type Json = Readonly<Record<string, unknown>>;
type Rgb = readonly [red: number, green: number, blue: number];

/** What text needs against its background (WCAG 2.2, success criterion 1.4.3). */
const ENOUGH = 4.5;

/** Colours of text by name and of backgrounds by the style of a container, "#RRGGBB" or "#AARRGGBB". */
interface Theme {
  readonly text: Readonly<Record<string, readonly [usual: string, subtle: string]>>;
  readonly background: Readonly<Record<string, string>>;
}

/** Of the high-contrast theme nothing is published but what it is: white on black, so no other name is known to be readable. */
const THEMES: Readonly<Record<string, Theme>> = {
  light: themeOf('light'),
  dark: themeOf('dark'),
  contrast: {
    text: { default: ['#ffffff', '#ffffff'] },
    background: { default: '#000000', emphasis: '#000000' },
  },
};

/** A theme as Microsoft publishes it. */
function themeOf(name: 'light' | 'dark'): Theme {
  const { containerStyles } = teamsHost(name);
  const { default: usual, emphasis } = containerStyles;
  const text = Object.entries(usual.foregroundColors).map(
    ([color, looks]) => [color, [looks.default, looks.subtle]] as const,
  );
  return {
    text: Object.fromEntries(text),
    background: { default: usual.backgroundColor, emphasis: emphasis.backgroundColor },
  };
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function rgbOf(color: string, below: Rgb): Rgb {
  const digits = color.slice(1).padStart(8, 'f');
  const [alpha = 255, ...parts] = [0, 2, 4, 6].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  const [red = 0, green = 0, blue = 0] = parts.map((part, index) => {
    const share = alpha / 255;
    return part * share + (below[index] ?? 0) * (1 - share);
  });
  return [red, green, blue];
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1 to 21; 0 where the theme has no such colour that we know of. */
function contrast({ text, background }: Theme, name: string, isSubtle: boolean, style: string): number {
  const [color, ground] = [text[name]?.[isSubtle ? 1 : 0], background[style]];
  if (color === undefined || ground === undefined) return 0;
  const below = rgbOf(ground, [0, 0, 0]);
  const [high = 0, low = 0] = [luminance(rgbOf(color, below)), luminance(below)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** How a card's texts look, each look once: "default subtle on emphasis". */
function looksIn(value: unknown, style = 'default'): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => looksIn(each, style));
  if (!isObject(value)) return [];
  const isBox = ['Container', 'Column', 'ColumnSet', 'TableCell'].includes(String(value['type']));
  const inner = isBox && typeof value['style'] === 'string' ? value['style'] : style;
  const isText = ['TextRun', 'TextBlock'].includes(String(value['type']));
  const name = typeof value['color'] === 'string' ? value['color'].toLowerCase() : 'default';
  const own = isText ? [`${name} ${value['isSubtle'] === true ? 'subtle' : 'usual'} ${inner}`] : [];
  return [...own, ...Object.values(value).flatMap((each) => looksIn(each, inner))];
}

const faint = (look: string): string[] => {
  const [name = '', weight, style = ''] = look.split(' ');
  return Object.entries(THEMES).flatMap(([theme, colors]) =>
    contrast(colors, name, weight === 'subtle', style) >= ENOUGH ? [] : [`${look} in ${theme}`],
  );
};

describe('colours of cards in Teams’ themes', () => {
  it('every text of every reply can be read in each of them', async () => {
    const others: readonly Reply[] = [helpReply('it', true), welcomeReply(sara, true, 'en')];
    const replies = [...(await outsideReplies('Fabrikam', 'it')).map(({ reply }) => reply), ...others];
    const looks = new Set(replies.flatMap((reply) => looksIn(toActivity(reply, 'it'))));
    expect([...looks].sort()).to.include.members(['default usual default', 'default subtle emphasis']);
    expect([...looks].flatMap(faint)).to.deep.equal([]);
  });

  it('is why no reply uses a colour: none but the default can be read everywhere', () => {
    const names = Object.keys(THEMES['light']?.text ?? {});
    const readable = names.filter((name) => faint(`${name} usual default`).length === 0);
    expect(readable).to.deep.equal(['default']);
    expect(faint('warning usual default')).to.include('warning usual default in light');
    expect(faint('attention usual default')).to.include('attention usual default in dark');
  });

  it('is computed as the criterion has it', () => {
    const grey: Theme = { text: { default: ['#777777', '#000000'] }, background: { default: '#ffffff' } };
    expect(contrast(grey, 'default', false, 'default')).to.be.closeTo(4.48, 0.01);
    expect(contrast(grey, 'default', true, 'default')).to.be.closeTo(21, 0.001);
  });
});
