import { once } from 'node:events';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { collectDefaultMetrics } from 'prom-client';
import type { Registry } from 'prom-client';

interface MetricsServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * GET /metrics on a port of its own, which nobody outside needs to reach.
 * @param port  0: any free one; which, the log says
 */
export async function serveMetrics(
  registry: Registry,
  { host, port }: { readonly host: string; readonly port: number },
  log: Logger,
): Promise<MetricsServer> {
  collectDefaultMetrics({ register: registry });
  const server = createServer((request, response) => {
    if (request.method === 'GET' && request.url === '/metrics') void tell(registry, response, log);
    else response.writeHead(404).end();
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const open = typeof address === 'object' && address ? address.port : port;
  log.info({ host, port: open }, 'metrics');
  return {
    port: open,
    close: async () => {
      server.closeAllConnections();
      server.close();
      registry.clear();
    },
  };
}

async function tell(registry: Registry, response: ServerResponse, log: Logger): Promise<void> {
  try {
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType }).end(text);
  } catch (error) {
    log.error({ err: error }, 'no metrics');
    response.writeHead(500).end();
  }
}
