import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { refuseSlowBodies } from './slow-bodies.js';

/** Sends the first half of a body, waits, and sends the rest. @returns what came back */
async function answerTo(port: number, path: string, waitMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const closed = once(socket, 'close');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n12`,
  );
  await pause(waitMs);
  socket.write('34');
  await closed;
  return answer.split('\r\n')[0] ?? '';
}

it('refuses a body that takes too long to come, unless it may', async () => {
  const app = fastify();
  refuseSlowBodies(app, ({ url }) => url.startsWith('/imports/'), 100);
  app.post('/*', async ({ body }) => ({ body }));
  await app.listen({ port: 0 });
  const { port } = app.server.address() as AddressInfo;
  expect(await answerTo(port, '/graphql', 300)).toBe('HTTP/1.1 408 Request Timeout');
  expect(await answerTo(port, '/graphql', 0)).toBe('HTTP/1.1 200 OK');
  expect(await answerTo(port, '/imports/people', 300)).toBe('HTTP/1.1 200 OK');
  await app.close();
});
