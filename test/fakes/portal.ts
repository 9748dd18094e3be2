import { coSellBody, invitationBody, marco, sara } from './bodies.ts';
import type { FakeUser } from './entra.ts';
import type { Stage } from './stage.ts';

type Json = Record<string, unknown>;

/** A co-sell deal of Sara's and Marco's, made in the portal; resolves to its id. */
export async function makeDeal(
  { stage }: { readonly stage: Stage },
  user: FakeUser,
  customer: string,
  team: readonly unknown[] = [sara, marco],
): Promise<string> {
  const authorization = `Bearer ${stage.entra.issue(user, 'https://api.partner.microsoft.com')}`;
  const post = async (body: Json): Promise<Json> => {
    const url = `${stage.partnerCenter.referrals.url}/v1.0/engagements/referrals`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Json;
  };
  const body = coSellBody({ team });
  const profile = { ...(body['customerProfile'] as Json), name: customer };
  const own = await post({ ...body, customerProfile: profile });
  await post({ ...invitationBody(String(own['engagementId'])), customerProfile: profile });
  return String(own['id']);
}
