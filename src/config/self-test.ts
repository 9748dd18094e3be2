import type { Environment } from './fields.ts';

/** How the assistant looks after itself. */
export interface SelfTestConfig {
  /** Minutes between two turns with itself; 0 means none. */
  readonly everyMinutes: number;
  /** Where it is told that they fail, and that they pass again; null where nobody is to be told. */
  readonly alarmUrl: string | null;
}

/** The rules of the self-test, or what is wrong with them; no sentence quotes the address, which may hold a key. */
export function readSelfTest(values: Environment): SelfTestConfig | readonly string[] {
  const { SELF_TEST_MINUTES: everyMinutes, ALARM_WEBHOOK_URL: alarmUrl = null } = values;
  if (alarmUrl !== null && everyMinutes === 0) {
    return [
      'ALARM_WEBHOOK_URL is set while SELF_TEST_MINUTES is 0, so nothing would ever be told; give minutes too',
    ];
  }
  return { everyMinutes, alarmUrl };
}
