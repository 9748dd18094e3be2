import { createChannelKeys } from '../auth/channel-keys.ts';
import { createPersonCheck } from '../auth/person-token.ts';
import type { Config } from '../config/config.ts';
import type { WorkshopDoor } from '../http/workshop-routes.ts';
import type { Workshop } from '../workshop/editor.ts';
import { NO_COMPANY } from '../workshop/layer.ts';
import type { OpenServices } from './services.ts';

/**
 * The way into the workshop: for everybody on this machine without an app id, else for people of a served company who
 * have the role that edits. Null where no role does.
 *
 * @param dir the knowledge folder that is edited
 * @param flushUsage writes what was counted and not kept yet
 */
export function openWorkshopDoor(
  config: Pick<
    Config,
    'credentials' | 'access' | 'workshopRole' | 'workshopEdits' | 'storage' | 'keepsQuestions'
  >,
  { services, live, stores, layers, everybodys }: OpenServices,
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
  const isOurs = storage.kind === 'file' && (isAnonymous || allowedTenants?.size === 1);
  const mayWrite = isOurs && config.workshopEdits === 'folder';
  let opened: Promise<Workshop> | null = null;
  const open = async (): Promise<Workshop> => {
    const { openWorkshop } = await import('./workshop-parts.ts');
    return openWorkshop({
      dir,
      mayWrite,
      layers,
      companyOf: ({ tenantId }) => everybodys ?? tenantId ?? NO_COMPANY,
      onLaid: () => void live.lookAgain(),
      async known(company) {
        await live.ready(company);
        return live.present(company);
      },
      faults: (company) => [live.problemOf(company) ?? []].flat(),
      stores,
      flushUsage,
      keepsQuestions: config.keepsQuestions,
      now: services.now,
    });
  };
  return {
    checkPerson: isAnonymous ? null : createPersonCheck({ appId: access.signInAppId ?? '', keys, now }),
    async findEditor(actor) {
      if (!(allowedTenants?.has(actor.tenantId) ?? true)) return null;
      const person = await directory.findPerson(actor);
      if (person === null || role === null || person.roles?.includes(role) !== true) return null;
      return { objectId: person.objectId, name: `${person.firstName} ${person.lastName}` };
    },
    async workshop(request, editor) {
      opened ??= open();
      return (await opened)(request, editor);
    },
  };
}
