import { createTransport } from 'nodemailer';
import type { ClaimedMail } from './outbox.queries.js';

/** Milliseconds; all of them together are less than the lease of a mail. */
const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

/** What a mail server answered, without its words: those may repeat an address. */
export interface MailTrouble {
  /** e.g. EENVELOPE, ETIMEDOUT. */
  readonly code: string | null;
  /** Of SMTP, e.g. 451 or 550. */
  readonly response: number | null;
  /** Whether trying again is of no use: this recipient or this mail is refused for good. */
  readonly isFinal: boolean;
}

/** The one way out of the house for mail. */
export class MailServer {
  private readonly transport;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({ url, pool: true, maxConnections: 4, ...PATIENCE });
  }

  /** Resolves when the server has taken it. */
  async send(mail: ClaimedMail & { readonly address: string }): Promise<void> {
    await this.transport.sendMail({
      from: this.from,
      to: { name: mail.name ?? '', address: mail.address },
      subject: mail.subject,
      text: mail.body,
      messageId: mail.messageId,
      // No absence note, please.
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  close(): void {
    this.transport.close();
  }
}

/** The recipient or the mail itself; what is wrong with our account at the server can be set right. */
const ABOUT_THIS_MAIL = ['EENVELOPE', 'EMESSAGE'];

/** @param error  what `send` threw */
export function troubleIn(error: unknown): MailTrouble {
  const { code, responseCode }: { readonly code?: unknown; readonly responseCode?: unknown } = Object(error);
  const known = typeof code === 'string' ? code : null;
  const response = typeof responseCode === 'number' ? responseCode : null;
  return {
    code: known,
    response,
    isFinal: ABOUT_THIS_MAIL.includes(known ?? '') && response !== null && response >= 500,
  };
}
