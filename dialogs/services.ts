import type { Directory } from '../src/directory/directory.ts';
import type { ReferralGateway } from '../src/referrals/gateway.ts';
import type { NoticeBook } from '../src/watch/watching.ts';

/** The ports that a dialog may use. The clock comes with the turn. */
export interface DialogServices {
  readonly gateway: ReferralGateway;
  readonly directory: Directory;
  readonly notices: NoticeBook;
  /** Makes a new draft id (a UUID); injected so that tests can foresee it. */
  readonly newId: () => string;
}
