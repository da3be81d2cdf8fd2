import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Builds the application when the sources say so, as any command does: a process that is killed has to be a real one. */
export function buildApplication(): void {
  const { status, stderr } = spawnSync(process.execPath, ['bin/alidade.mjs', 'build'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
}

/** The built worker, in a process of its own. */
export class WorkerProcess {
  /** What it logged. */
  log = '';
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    child.stderr?.on('data', (chunk) => (this.log += String(chunk)));
  }

  static start(databaseUrl: string, env: NodeJS.ProcessEnv = {}): WorkerProcess {
    return new WorkerProcess(
      spawn(process.execPath, ['dist/apps/api/src/worker.js'], {
        env: {
          DATABASE_URL: databaseUrl,
          SESSION_SECRET: 'test-session-secret-test-session-secret',
          OIDC_ISSUER: 'https://identity.invalid',
          LOG_LEVEL: 'warn',
          ...env,
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
  }

  /** Without a chance to say goodbye. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** As an operator does, and as npm does it once more. @returns how many milliseconds it took */
  async stop(): Promise<number> {
    const asked = Date.now();
    this.child.kill('SIGTERM');
    this.child.kill('SIGTERM');
    await this.ended;
    return Date.now() - asked;
  }
}
