import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A way to the database that can be blocked. */
export class Detour implements AsyncDisposable {
  private readonly sockets = new Set<Socket>();
  private silent = false;
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly target: { readonly host: string; readonly port: number }) {}

  /** @param url  of the database behind it */
  static async to(url: string): Promise<Detour> {
    const { hostname, port } = new URL(url);
    const detour = new Detour({ host: hostname, port: Number(port) });
    await detour.open();
    return detour;
  }

  urlOf(direct: string): string {
    return Object.assign(new URL(direct), { hostname: '127.0.0.1', port: String(this.port) }).toString();
  }

  /** As a database that is gone: what is connected breaks, and nothing new gets through. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.breakAll();
    await closed;
  }

  async open(): Promise<void> {
    this.server = createServer((client) => this.pass(client));
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** As a database that hangs: it takes connections and statements and says nothing. */
  hang(): void {
    this.silent = true;
    for (const socket of this.sockets) socket.pause();
  }

  /** As a database that was started again: what came meanwhile is lost. */
  async recover(): Promise<void> {
    this.silent = false;
    this.breakAll();
    if (!this.server?.listening) await this.open();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private breakAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private pass(client: Socket): void {
    const server = connect(this.target);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      if (this.silent) from.pause();
    }
  }
}
