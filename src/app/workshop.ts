import { createChannelKeys } from '../auth/channel-keys.ts';
import { createPersonCheck } from '../auth/person-token.ts';
import type { Config } from '../config/config.ts';
import type { WorkshopDoor } from '../http/workshop-routes.ts';
import type { Workshop } from '../workshop/editor.ts';
import type { OpenServices } from './services.ts';

/**
 * The way into the workshop: for everybody on this machine without an app id, else for people of a served company who
 * have the role that edits. Null where no role does.
 *
 * @param dir the knowledge folder that is edited
 * @param flushUsage writes what was counted and not kept yet
 */
export function openWorkshopDoor(
  config: Pick<Config, 'credentials' | 'access' | 'workshopRole' | 'storage' | 'keepsQuestions'>,
  { services, live, stores }: OpenServices,
  dir: string,
  flushUsage: () => Promise<void>,
): WorkshopDoor | null {
  const isAnonymous = config.credentials.kind === 'anonymous';
  const { workshopRole: role, access, storage } = config;
  if (!isAnonymous && (role === null || access.signInAppId === null)) return null;
  // Tokens end by the clock of the world.
  const now = (): Date => new Date();
  const keys = createChannelKeys({ url: access.entraKeysUrl, now });
  const { allowedTenants, directory } = services;
  // Several companies share the folder, and machines that share their records have a folder each.
  const mayWrite = storage.kind === 'file' && (isAnonymous || allowedTenants?.size === 1);
  let opened: Promise<Workshop> | null = null;
  const open = async (): Promise<Workshop> => {
    const { openWorkshop } = await import('./workshop-parts.ts');
    return openWorkshop({
      dir,
      mayWrite,
      known: () => live.present(),
      faults: () => [live.state().problem?.text ?? []].flat(),
      stores,
      flushUsage,
      keepsQuestions: config.keepsQuestions,
      now: services.now,
    });
  };
  return {
    checkPerson: isAnonymous ? null : createPersonCheck({ appId: access.signInAppId ?? '', keys, now }),
    async isEditor(actor) {
      if (!(allowedTenants?.has(actor.tenantId) ?? true)) return false;
      const person = await directory.findPerson(actor);
      return role !== null && (person?.roles?.includes(role) ?? false);
    },
    async workshop(request, editor) {
      opened ??= open();
      return (await opened)(request, editor);
    },
  };
}
