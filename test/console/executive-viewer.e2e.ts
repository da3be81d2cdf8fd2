import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ADDRESS, openBrowser, Visitor } from './support/visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const VIEWER = '(executive viewer)';

describe('an executive viewer', () => {
  it('reads readiness, opens the why of a figure, goes on to the strategy, and each picture has an address', async () => {
    await using viewer = await Visitor.signedIn(browser, VIEWER);
    const { page } = viewer;
    expect(new URL(page.url()).pathname).toBe('/readiness');
    expect(await page.textContent('main p')).toMatch(/^\d+% of \d+ assessed executives are ready now for /);

    await page.click('main p [data-why]');
    await page.waitForSelector('aside h2');
    expect(await page.textContent('aside tfoot')).toMatch(/Executives to whom a requirement applies2\d\d/);
    const [parts, total] = await page.evaluate<[number[], number]>(
      `[[...document.querySelectorAll('aside tbody td')].map((cell) => Number(cell.textContent)), Number(document.querySelector('aside tfoot td').textContent)]`,
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    const withPanel = page.url();
    await page.reload();
    await page.waitForSelector('aside h2');
    expect(page.url()).toBe(withPanel);

    await page.keyboard.press('Escape');
    await page.waitForSelector('aside', { state: 'detached' });
    await page.click('main h3 a');
    await page.waitForURL(/\/strategies\//);
    await page.waitForSelector('text=What is being done');
    await page.goBack();
    await page.waitForSelector('h2:has-text("Values and vision")');
    expect(viewer.complaints).toEqual([]);
  });

  it('sees another unit and a past day by the address alone, and another day beside it', async () => {
    await using viewer = await Visitor.signedIn(browser, VIEWER);
    const { page } = viewer;
    await page.click('header button:has-text("Whole organization")');
    await page.fill('[placeholder="Find a unit or level"]', 'Service');
    await page.click('.mantine-Popover-dropdown a >> nth=0');
    await page.waitForURL(/unit=/);
    await page.waitForSelector('main article[aria-busy=false]');
    const sentence = await page.textContent('main p');
    await page.reload();
    await page.waitForSelector('main h1');
    expect(await page.textContent('main p')).toBe(sentence);
    await page.click('button:has-text("Compare with")');
    await page.waitForURL(/compare=/);
    await page.waitForSelector('text=points ready now');
    expect(viewer.complaints).toEqual([]);
  });

  it('asks once for a view, the first one too', async () => {
    await using viewer = await Visitor.signedIn(browser, VIEWER);
    viewer.asked.length = 0;
    await viewer.open('/readiness');
    expect(viewer.asked).toEqual(['ReadinessPage']);
  });

  it('goes on where they were when the session ends in the middle', async () => {
    await using viewer = await Visitor.signedIn(browser, VIEWER);
    const { page, context } = viewer;
    await context.clearCookies();
    await page.click('button:has-text("Compare with")');
    await page.waitForSelector('text=Your session has ended');
    const [beside] = await Promise.all([
      context.waitForEvent('page'),
      page.click('button:has-text("Sign in again")'),
    ]);
    const closed = beside.waitForEvent('close');
    await viewer.signIn(beside, VIEWER);
    await closed;
    await page.waitForSelector('text=points ready now');
    expect(page.url()).toContain('compare=');
  });

  it('is led back to the page they wanted after signing in', async () => {
    await using viewer = await Visitor.signedIn(browser, VIEWER);
    const { page, context } = viewer;
    await context.clearCookies();
    await page.goto(`${ADDRESS}/readiness?compare=2026-01-31`);
    await page.click('button:has-text("Go to sign-in")');
    await viewer.signIn(page, VIEWER);
    await page.waitForURL(/readiness\?compare=2026-01-31/);
    expect(await page.textContent('main h1')).toBe('Readiness');
  });

  it('does all of it by keyboard', async () => {
    await using viewer = await Visitor.signedIn(browser, VIEWER);
    const { page } = viewer;
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
    await page.focus('main [data-why^="mean."]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('aside h2:focus');
    await page.keyboard.press('Escape');
    await page.waitForSelector('main [data-why^="mean."]:focus');
  });
});
