import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router';
import { Outlet } from '@tanstack/react-router';
import { readAddress } from '../shared/address/page-address.ts';
import type { PageAddress } from '../shared/address/page-address.ts';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { Frame } from './frame/frame.tsx';
import { NoPage } from './frame/no-page.tsx';
import { takeWayBack } from './session/sign-in-address.ts';

const root = createRootRoute({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>): PageAddress => readAddress(search),
  search: { middlewares: [retainSearchParams(['unit', 'level', 'day'])] },
  notFoundComponent: NoPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./session/sign-in.page.tsx'), 'SignInPage'),
});

const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });

/** Home: where somebody was before sign-in, else the first page; whoever may not see it is led on by the frame. */
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const href = takeWayBack();
    throw href === null ? redirect({ to: '/readiness', replace: true }) : redirect({ href, replace: true });
  },
});

const readiness = createRoute({
  getParentRoute: () => frame,
  path: '/readiness',
  component: lazyRouteComponent(
    () => import('../features/readiness/overview/readiness.page.tsx'),
    'ReadinessPage',
  ),
});

const strategy = createRoute({
  getParentRoute: () => frame,
  path: '/strategies/$id',
  component: lazyRouteComponent(
    () => import('../features/readiness/strategy/strategy.page.tsx'),
    'StrategyPage',
  ),
});

export const ROUTER = createRouter({
  routeTree: root.addChildren([home, signIn, frame.addChildren([readiness, strategy])]),
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof ROUTER;
  }
}
