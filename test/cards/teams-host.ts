import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** Seen from `dist/test/cards` and from `test/cards` alike. */
const ROOT = new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url);

const container = z.object({
  backgroundColor: z.string(),
  foregroundColors: z.record(z.string(), z.object({ default: z.string(), subtle: z.string() })),
});
const hostSchema = z.looseObject({
  containerStyles: z.looseObject({ default: container, emphasis: container }),
});

/** How Teams draws cards in a theme, as its renderer takes it: see `teams-host/README.md`. */
export function teamsHost(theme: 'light' | 'dark'): z.infer<typeof hostSchema> {
  return hostSchema.parse(
    JSON.parse(readFileSync(new URL(`test/cards/teams-host/${theme}.json`, ROOT), 'utf8')),
  );
}
