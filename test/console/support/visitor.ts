import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import axe from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

const SCREENSHOTS = 'test/console/screenshots';
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const PATIENCE_MS = 20_000;

export const ADDRESS = process.env['CONSOLE_ADDRESS'] ?? '';

/** The browser of this machine, else the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed !== undefined) return chromium.launch({ executablePath: installed, args: ['--no-sandbox'] });
  const { default: carried } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await carried.executablePath(), args: carried.args });
}

/** The address of somebody who holds a role, as the product prints it. */
function addressOf(role: string): string {
  const line = (process.env['CONSOLE_PEOPLE'] ?? '')
    .split('\n')
    .find((each) => each.includes(role) && each.includes('@'));
  const [, address] = /(\S+@\S+)/.exec(line ?? '') ?? [];
  if (address === undefined) throw new Error(`Nobody is ${role}`);
  return address;
}

/** Somebody at a browser who has signed in, and what the page did meanwhile. */
export class Visitor implements AsyncDisposable {
  /** Complaints of the browser: errors of scripts, and what the policy of the page refused. */
  readonly complaints: string[] = [];
  /** Documents sent to the API, by their names. */
  readonly asked: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    context.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', ({ message }) => this.complaints.push(message));
    page.on('console', (message) => {
      // Chromium reports every answer of 401 there, too.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(ADDRESS) && !request.url().startsWith('blob:'))
        this.complaints.push(`asked elsewhere: ${request.url()}`);
      const { query } = (request.url().endsWith('/graphql') ? request.postDataJSON() : {}) as {
        query?: string;
      };
      const [, name] = /(?:query|mutation) (\w+)/.exec(query ?? '') ?? [];
      if (name !== undefined) this.asked.push(name);
    });
  }

  static async signedIn(
    browser: Browser,
    role: string,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1366, height: 860 },
      ...options,
    });
    const visitor = new Visitor(context, await context.newPage());
    await visitor.page.goto(`${ADDRESS}/auth/sign-in`);
    await visitor.signIn(visitor.page, role);
    await visitor.page.waitForSelector('main h1');
    return visitor;
  }

  /** On the page of the identity provider of this machine. */
  async signIn(page: Page, role: string): Promise<void> {
    await page.fill('#email', addressOf(role));
    await page.click('button[type=submit]');
  }

  async open(address: string): Promise<void> {
    await this.page.goto(ADDRESS + address);
    await this.page.waitForSelector('main article[aria-busy=false] h1');
  }

  /** Kept outside git, to be looked at by a person. */
  async screenshot(name: string): Promise<void> {
    await mkdir(SCREENSHOTS, { recursive: true });
    await this.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }

  /** What axe-core finds, a line each: the rule, and where. */
  async faultsOfAccess(): Promise<readonly string[]> {
    await this.page.evaluate(axe.source);
    return this.page.evaluate<string[]>(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
         violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`,
    );
  }

  /** By how many pixels the page is wider than the screen. */
  async overflow(): Promise<number> {
    return this.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}
