import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EVENTS_PATH } from '../http/webhook-route.ts';
import type { PartnerCenter } from '../../test/fakes/partner-center.ts';

/** What the person at the keyboard can play of Microsoft's part. */
export interface StandIns {
  /** The environment of a bot on the real adapters, with the stand-ins behind them. */
  readonly env: Readonly<Record<string, string>>;
  /** Does a line typed in the terminal, such as `decline no seller`; resolves to what to print. */
  play(line: string): string;
  /** The deals there are, whoever made them, with status and substatus: `Active/Accepted`. */
  deals(): readonly { readonly name: string; readonly state: string }[];
  /** The person signs in by the link: the digits to type, or null where it is too late. */
  signIn(link: string, objectId: string): Promise<string | null>;
  /** A deal is made in the portal for Sara alone, and declined; resolves to its customer. */
  makeNews(): Promise<string>;
  close(): Promise<void>;
}

export const STAND_INS_USAGE = `Microsoft's part is played here:
  accept             Microsoft accepts the deal it was invited to last
  decline [reason]   … or declines it
  expire             … or lets its 14 days pass`;

const USUAL_REASON = 'No matching Microsoft customer record found';

/**
 * Starts the stand-ins for Entra, the token service, Graph and Partner Center that the tests use, with events
 * going to the bot's port. They are part of the source tree, not of what is installed.
 */
export async function startStandIns(dir: string, port: number): Promise<StandIns> {
  const { people, startStage, tenants } = await import('../../test/fakes/stage.ts');
  const { environmentOf, writeCompanyFiles } = await import('../../test/fakes/company.ts');
  const { PARTNER_AUDIENCE } = await import('../../test/fakes/partner-center.ts');
  const stage = await startStage();
  const { makeDeal } = await import('../../test/fakes/portal.ts');
  const { sara } = await import('../../test/fakes/bodies.ts');
  const { webhooks, partner, records } = stage.partnerCenter;
  let made = 0;
  const WEBHOOK_ROOTS_FILE = join(dir, 'roots.pem');
  await writeFile(WEBHOOK_ROOTS_FILE, webhooks.authority.pem);
  const WEBHOOK_URL = `http://127.0.0.1:${String(port)}${EVENTS_PATH}`;
  for (const user of [people.sara, people.nadia]) {
    const url = `${WEBHOOK_URL}?tenant=${user.tenantId}`;
    await subscribe(partner.url, stage.entra.issue(user, PARTNER_AUDIENCE), url);
  }
  return {
    env: {
      ...environmentOf(stage),
      ...(await writeCompanyFiles(dir)),
      WEBHOOK_URL,
      WEBHOOK_CERTIFICATE_HOSTS: new URL(webhooks.certificateUrl).host,
      WEBHOOK_ROOTS_FILE,
    },
    play: (line) =>
      playLine(
        stage.partnerCenter,
        tenants.map(({ tenantId }) => tenantId),
        line,
      ),
    deals: () =>
      tenants
        .flatMap(({ tenantId }) => records.visibleTo({ tenantId, objectId: '', email: '', role: 'admin' }))
        .filter(({ organizationId }) => organizationId !== 'msft')
        .map(({ name, status, substatus }) => ({
          name: String(name),
          state: `${String(status)}/${String(substatus)}`,
        })),
    signIn: (link, objectId) => stage.tokens.signIn(link, objectId),
    async makeNews() {
      // Of one length, so that no name is part of another.
      const customer = `Cliente ${String((made += 1) + 1000)}`;
      const id = await makeDeal({ stage }, people.sara, customer, [sara]);
      stage.partnerCenter.decline(id, USUAL_REASON);
      return customer;
    },
    close: () => stage.close(),
  };
}

async function subscribe(baseUrl: string, token: string, url: string): Promise<void> {
  const events = [
    'referral-created',
    'referral-updated',
    'related-referral-created',
    'related-referral-updated',
  ];
  const response = await fetch(`${baseUrl}/webhooks/v1/registration`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ WebhookUrl: url, WebhookEvents: events, SignatureTokenToMsSignatureHeader: true }),
  });
  if (!response.ok) throw new Error(`stand-ins: no events (${String(response.status)})`);
}

function playLine(partnerCenter: PartnerCenter, tenantIds: readonly string[], line: string): string {
  const [, act = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
  if (!['accept', 'decline', 'expire'].includes(act)) return STAND_INS_USAGE;
  const invited = findInvited(partnerCenter, tenantIds);
  if (invited === null) return 'No deal waits for Microsoft.';
  const { id, name } = invited;
  if (act === 'accept') partnerCenter.accept(id);
  else if (act === 'decline') partnerCenter.decline(id, rest === '' ? USUAL_REASON : rest);
  else partnerCenter.expire(id);
  return `Done: ${name}`;
}

/** Microsoft's side of the deal it was invited to last. */
function findInvited(
  { records }: PartnerCenter,
  tenantIds: readonly string[],
): { readonly id: string; readonly name: string } | null {
  const seen = tenantIds.flatMap((tenantId) =>
    records.visibleTo({ tenantId, objectId: '', email: '', role: 'admin' }),
  );
  const last = seen
    .filter(({ status, substatus }) => status === 'New' && substatus === 'Pending')
    .sort((a, b) => String(a['createdDateTime']).localeCompare(String(b['createdDateTime'])))
    .at(-1);
  return last === undefined ? null : { id: String(last['id']), name: String(last['name']) };
}
