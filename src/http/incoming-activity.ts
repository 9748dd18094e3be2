import * as z from 'zod';
import { readOutside } from '../outside-value.ts';
import { hostOfUrl, isLoopbackHost } from './loopback.ts';

const account = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  aadObjectId: z.string().nullish(),
});

/** The fields that the bot and the SDK read, by type; whatever else an activity holds passes unread. */
const activity = z.looseObject({
  type: z.string().min(1),
  id: z.string().nullish(),
  name: z.string().nullish(),
  text: z.string().nullish(),
  locale: z.string().nullish(),
  localTimezone: z.string().nullish(),
  serviceUrl: z.string().nullish(),
  deliveryMode: z.string().nullish(),
  replyToId: z.string().nullish(),
  channelId: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1), tenantId: z.string().nullish() }),
  from: account.nullish(),
  recipient: account.nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  attachments: z.array(z.looseObject({}).nullable()).nullish(),
  entities: z.array(z.looseObject({}).nullable()).nullish(),
});

/** An activity whose shape is known to be right. */
export type IncomingActivity = z.infer<typeof activity>;

export type ReadActivity =
  | { readonly isValid: true; readonly activity: IncomingActivity }
  | { readonly isValid: false; readonly status: 400 | 403; readonly message: string };

/**
 * Checks an activity before the SDK sees it. Where callers are not authenticated, replies may only go to
 * this machine; otherwise the token says whose the serviceUrl is, and it must be https.
 */
export function readActivity(body: unknown, isAnonymous: boolean): ReadActivity {
  const parsed = readOutside(activity, body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return refuse(
      400,
      field === '' ? 'the body is not an activity' : `the activity's ${field} is missing or wrong`,
    );
  }
  const { type, from, serviceUrl, deliveryMode } = parsed.data;
  if ((type === 'message' || type === 'invoke') && !from?.id) {
    return refuse(400, "the activity's from.id is missing or wrong");
  }
  if (!serviceUrl) {
    if (deliveryMode === 'expectReplies') return { isValid: true, activity: parsed.data };
    return refuse(400, "the activity's serviceUrl is missing");
  }
  return isReplyAddress(serviceUrl, isAnonymous)
    ? { isValid: true, activity: parsed.data }
    : refuse(403, `the activity's serviceUrl is not allowed`);
}

function isReplyAddress(serviceUrl: string, isAnonymous: boolean): boolean {
  const host = hostOfUrl(serviceUrl);
  if (host === null) return false;
  return isAnonymous ? isLoopbackHost(host) : serviceUrl.startsWith('https://');
}

function refuse(status: 400 | 403, message: string): ReadActivity {
  return { isValid: false, status, message };
}
