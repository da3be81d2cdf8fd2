import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

interface CaughtMail {
  readonly to: readonly string[];
  readonly messageId: string;
  readonly text: string;
}

/** A mail server of one test. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  /** What it answers to a recipient instead of taking the mail, e.g. 451; null: it takes it. */
  refusal: ((address: string) => number | null) | null = null;
  /** Told when a mail has come wholly, in place of its sender. */
  instead: (() => void) | null = null;

  private readonly server = new SMTPServer({
    authOptional: true,
    closeTimeout: 200,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      const responseCode = this.refusal?.(address) ?? null;
      done(responseCode === null ? null : Object.assign(new Error(`not for ${address}`), { responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      let text = '';
      stream.on('data', (chunk) => (text += String(chunk)));
      stream.on('end', () => {
        const messageId = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '';
        this.mails.push({ to: envelope.rcptTo.map(({ address }) => address), messageId, text });
        if (this.instead) this.instead();
        else done();
      });
    },
  });

  constructor() {
    this.server.on('error', () => undefined); // A sender that was killed.
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
