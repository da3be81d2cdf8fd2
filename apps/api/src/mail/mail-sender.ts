import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { MailServer, troubleIn } from './mail-server.js';
import { claimMail, dueMails, endMail, postponeMail, releaseKeptMails } from './outbox.queries.js';
import type { ClaimedMail } from './outbox.queries.js';

const IDLE_MS = 500;
/** After a look that failed, e.g. because the database is away. */
const TROUBLE_MS = 1000;
const MOST_ATTEMPTS = 10;
const LONGEST_BACKOFF_S = 3600;

/** After the first attempt 30 s, then 1, 2, 4 … minutes and at most an hour: ten attempts take more than three hours. */
const backoffSeconds = (attempt: number): number => Math.min(LONGEST_BACKOFF_S, 30 * 2 ** (attempt - 1));

interface MailSettings {
  /** Null: there is no mail server, and mail is kept. */
  readonly url: string | null;
  readonly from: string;
  /** Where links lead, without a slash at the end. */
  readonly home: string;
}

/**
 * Sends what the outbox holds, at least once and always with the same Message-Id: a worker that dies between sending a
 * mail and noting it leaves it to the next one.
 */
export class MailSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private readonly stopping = new AbortController();
  private readonly server: MailServer | null;
  private readonly home: string;
  private sending: Promise<void> | undefined;

  constructor(
    private readonly db: DataSource,
    { url, from, home }: MailSettings,
  ) {
    this.home = home;
    this.server = url === null ? null : new MailServer(url, from);
  }

  onApplicationBootstrap(): void {
    this.sending = this.keepSending();
  }

  /** What is on its way is let go on; nothing new is begun. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.sending;
    this.server?.close();
  }

  private async keepSending(): Promise<void> {
    let released = this.server === null;
    while (!this.stopping.signal.aborted) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        if (!released) await releaseKeptMails(this.db);
        released = true;
        // oxlint-disable-next-line no-await-in-loop
        const found = await this.round();
        // oxlint-disable-next-line no-await-in-loop
        if (found === 0) await this.rest(IDLE_MS);
      } catch (error) {
        this.logger.warn({ err: error }, 'No mail can be sent');
        // oxlint-disable-next-line no-await-in-loop
        await this.rest(TROUBLE_MS);
      }
    }
  }

  /** @returns how many were due */
  private async round(): Promise<number> {
    const due = await dueMails(this.db);
    const ended = await Promise.allSettled(due.map((key) => this.one(key)));
    for (const each of ended) if (each.status === 'rejected') throw each.reason;
    return due.length;
  }

  private async one(key: Parameters<typeof claimMail>[1]): Promise<void> {
    const { server } = this;
    if (server === null) return void (await endMail(this.db, key, 'KEPT'));
    const mail = await claimMail(this.db, key, this.home);
    if (!mail) return;
    if (mail.address === null) return this.giveUp(mail, { reason: 'no address' });
    try {
      await server.send({ ...mail, address: mail.address });
    } catch (error) {
      return this.tryAgain(mail, error);
    }
    await endMail(this.db, mail, 'SENT');
  }

  private async tryAgain(mail: ClaimedMail, error: unknown): Promise<void> {
    const { code, response, isFinal } = troubleIn(error);
    if (isFinal || mail.attempt >= MOST_ATTEMPTS) return this.giveUp(mail, { code, response });
    this.logger.warn({ mail: mail.id, attempt: mail.attempt, code, response }, 'A mail is tried again later');
    await postponeMail(this.db, mail, backoffSeconds(mail.attempt));
  }

  private async giveUp({ organizationId, id, attempt }: ClaimedMail, why: object): Promise<void> {
    this.logger.error({ mail: id, organizationId, attempt, ...why }, 'A mail is given up');
    await endMail(this.db, { organizationId, id }, 'FAILED');
  }

  private rest(ms: number): Promise<void> {
    return pause(ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
