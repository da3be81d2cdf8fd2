/** The short name of the organization that was last signed in to on this device. */
const ORGANIZATION = 'alidade.organization';
const WAY_BACK = 'alidade.wayBack';

export const organizationKept = (): string => localStorage.getItem(ORGANIZATION) ?? '';
export const keepOrganization = (slug: string): void => localStorage.setItem(ORGANIZATION, slug);

/** Where the API sends people to their identity provider. */
export const signInAddress = (slug: string = organizationKept()): string =>
  `/auth/sign-in${slug === '' ? '' : `?organization=${encodeURIComponent(slug)}`}`;

/** Leaves the page for sign-in, and keeps the way back to it. */
export function goToSignIn(): void {
  const { pathname, search } = globalThis.location;
  if (pathname === '/sign-in') return;
  if (pathname !== '/') sessionStorage.setItem(WAY_BACK, pathname + search);
  globalThis.location.assign(organizationKept() === '' ? '/sign-in' : signInAddress());
}

/** The page that was wished before sign-in; once. */
export function takeWayBack(): string | null {
  const way = sessionStorage.getItem(WAY_BACK);
  sessionStorage.removeItem(WAY_BACK);
  return way?.startsWith('/') && !way.startsWith('//') ? way : null;
}
