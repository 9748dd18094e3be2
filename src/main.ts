import { openBundle } from './bundle.ts';

// The build joins all modules to one file, which starts in half the time; without it each is loaded by itself.
const { run } = openBundle<typeof import('./run.ts')>()?.exports ?? (await import('./run.ts'));
run();
