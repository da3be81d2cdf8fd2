import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const RESTART_AFTER_MS = 500;

/**
 * A process of the product that is started again whenever it dies. It has a channel to its parent and ends itself
 * when that closes, so that nothing is left behind when the parent is killed.
 */
export class Child {
  private process: ChildProcess | undefined;
  private stopping = false;
  private readonly running: Promise<void>;

  constructor(
    private readonly script: URL,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    this.running = this.keepRunning();
  }

  /** Asks it to end and waits until it has. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.process?.kill('SIGTERM');
    await this.running;
  }

  private async keepRunning(): Promise<void> {
    while (!this.stopping) {
      // oxlint-disable-next-line no-await-in-loop
      await this.once();
      // oxlint-disable-next-line no-await-in-loop
      if (!this.stopping) await pause(RESTART_AFTER_MS);
    }
  }

  private once(): Promise<void> {
    const child = spawn(process.execPath, [fileURLToPath(this.script)], {
      env: this.env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.process = child;
    return new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
  }
}
