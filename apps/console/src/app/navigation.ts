import { Permission } from '@alidade/access';
import type { MessageKey } from '../messages/catalogue.ts';

export interface Destination {
  readonly path: '/readiness';
  readonly name: MessageKey;
  /** Where its pages are; not given: at its path. */
  readonly pages?: readonly string[];
  /** Without it the page is not offered; null: for everybody. */
  readonly permission: Permission | null;
}
interface DestinationGroup {
  readonly name: MessageKey;
  readonly destinations: readonly Destination[];
}

/** The rail, from top to bottom. */
export const DESTINATIONS: readonly DestinationGroup[] = [
  {
    name: 'group.figures',
    destinations: [
      {
        path: '/readiness',
        pages: ['/readiness', '/strategies/'],
        name: 'nav.readiness',
        permission: Permission.ReadinessView,
      },
    ],
  },
];

/** What somebody with these permissions is offered, groups without a page left out. */
export const offeredTo = (permissions: readonly string[]): readonly DestinationGroup[] =>
  DESTINATIONS.map(({ name, destinations }) => ({
    name,
    destinations: destinations.filter(
      ({ permission }) => permission === null || permissions.includes(permission),
    ),
  })).filter(({ destinations }) => destinations.length > 0);

/** Whether an address belongs to a destination. */
export const isWithin = (path: string, { path: own, pages = [own] }: Destination): boolean =>
  pages.some((page) => path.startsWith(page));
