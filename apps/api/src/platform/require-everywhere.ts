import { canEverywhere } from '@alidade/access';
import type { Permission, Viewer } from '@alidade/access';
import { UseCaseError } from '@alidade/errors';

/**
 * For what has no unit: a strategy, a framework.
 * @throws UseCaseError FORBIDDEN when the permission is held on some units only, or not at all
 */
export function requireEverywhere(viewer: Viewer, permission: Permission): void {
  if (!canEverywhere(viewer, permission))
    throw new UseCaseError('FORBIDDEN', `This needs the permission ${permission} on the whole organization.`);
}
