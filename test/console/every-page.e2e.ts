import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ADDRESS, openBrowser, Visitor } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const DESIGNER = 'designer';

/** Every page of the console, by who sees most of it. */
async function pagesOf(visitor: Visitor): Promise<Readonly<Record<string, string>>> {
  const strategy = await visitor.page.getAttribute('main h3 a', 'href');
  return {
    readiness: '/readiness',
    compare: '/readiness?compare=2026-01-31',
    strategy: String(strategy),
    nowhere: '/nowhere',
  };
}

describe('every page', () => {
  it.each(['light', 'dark'] as const)('is free of faults that axe-core finds, in %s', async (colorScheme) => {
    await using visitor = await Visitor.signedIn(browser, DESIGNER, { colorScheme, reducedMotion: 'reduce' });
    for (const [name, address] of Object.entries(await pagesOf(visitor))) {
      await visitor.open(address);
      await visitor.screenshot(`${name}-${colorScheme}`);
      expect([name, await visitor.faultsOfAccess()]).toEqual([name, []]);
    }
    await visitor.open('/readiness');
    await visitor.page.click('main p [data-why]');
    await visitor.page.waitForSelector('aside h2');
    await visitor.screenshot(`why-${colorScheme}`);
    expect(await visitor.faultsOfAccess()).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  it('fits a phone of 360 pixels', async () => {
    await using visitor = await Visitor.signedIn(browser, DESIGNER, {
      viewport: { width: 360, height: 780 },
    });
    for (const [name, address] of Object.entries(await pagesOf(visitor))) {
      await visitor.open(address);
      await visitor.screenshot(`${name}-360`);
      expect([name, await visitor.overflow()]).toEqual([name, 0]);
    }
  });

  it('says what is wrong with an address, and drops a day that is none', async () => {
    await using visitor = await Visitor.signedIn(browser, DESIGNER);
    const nothing = '00000000-0000-7000-8000-000000000000';
    for (const address of [`/strategies/${nothing}`, `/readiness?unit=${nothing}`]) {
      await visitor.open(address);
      expect([address, await visitor.page.textContent('main h1')]).toEqual([address, 'This is not here']);
      expect(await visitor.page.textContent('main')).not.toContain(nothing);
    }
    await visitor.open('/readiness?day=2026-02-31');
    expect(await visitor.page.textContent('main h1')).toBe('Readiness');
  });

  it('speaks German where the browser does', async () => {
    await using visitor = await Visitor.signedIn(browser, DESIGNER, { locale: 'de-CH' });
    await visitor.open('/readiness');
    expect(await visitor.page.textContent('main h1')).toBe('Bereitschaft');
  });
});

/** Read to its end, so that no connection stays open. */
async function get(address: string, accept = 'text/html') {
  const response = await fetch(ADDRESS + address, { headers: { accept } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

describe('what the API serves of the console', () => {
  it('allows nothing from elsewhere, and its nonce is new with every answer', async () => {
    const [one, other] = [await get('/readiness'), await get('/strategies/x')];
    const policies = [one, other].map(({ headers }) => headers.get('content-security-policy') ?? '');
    expect(policies[0]).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[\w-]{22}'; /);
    expect(policies[0]).not.toMatch(/unsafe|\*|https?:/);
    expect(policies[1]).not.toBe(policies[0]);
    const [, nonce = ''] = /nonce-([\w-]+)/.exec(policies[0] ?? '') ?? [];
    expect(one?.text).toContain(`nonce="${nonce}"`);
  });

  it('keeps its files for a year, compressed, and its page not at all', async () => {
    const page = await get('/');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const [script = ''] = /\/assets\/[\w.-]+\.js/.exec(page.text) ?? [];
    const answer = await get(script, '*/*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
  });

  it('sends at most 250 kB of compressed script before the first page is useful', async () => {
    await using visitor = await Visitor.signedIn(browser, DESIGNER);
    const sizes = new Map<string, number>();
    visitor.page.on('response', (response) => {
      if (response.url().endsWith('.js'))
        sizes.set(response.url(), Number(response.headers()['content-length']));
    });
    await visitor.context.clearCookies();
    await visitor.page.goto(`${ADDRESS}/sign-in`);
    await visitor.page.goto(`${ADDRESS}/auth/sign-in`);
    await visitor.signIn(visitor.page, DESIGNER);
    await visitor.page.waitForSelector('main h1');
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThanOrEqual(250_000);
  });

  it('leaves unknown paths of the API unknown', async () => {
    for (const address of [
      '/imports/nothing',
      '/frameworks/nothing',
      '/assets/nothing.js',
      '/health/nothing',
    ])
      expect([address, (await get(address)).status]).toEqual([address, 404]);
    expect((await get('/nothing', 'application/json')).status).toBe(404);
  });
});
