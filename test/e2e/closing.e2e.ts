import { expect, it } from '@jest/globals';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { closeGently } from '../../apps/api/src/platform/stop-when-asked.js';
import { Program } from '../support/program.js';

const WRITE = 'mutation { setLeadershipLevels(names: ["Director"]) { leadershipLevels { name } } }';

/** Sends a mutation over a connection that is kept for the next one. */
function write(
  home: string,
  token: string,
  agent: Agent,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const call = request(`${home}/graphql`, { method: 'POST', headers, agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    });
    call.on('error', reject);
    call.end(JSON.stringify({ query: WRITE }));
  });
}

it('closing lets a request that runs finish, takes no other and gives every connection back', async () => {
  await using program = await Program.start();
  const org = await program.organization();
  const token = await org.administrator();
  const agent = new Agent({ keepAlive: true });
  await program.app.listen(0, '127.0.0.1');
  const home = await program.app.getUrl();
  expect((await write(home, token, agent)).status).toBe(200);

  const { organizationId } = org;
  let closing: Promise<void> | undefined;
  let running: ReturnType<typeof write> | undefined;
  const started = Date.now();
  await org.within(async (tx) => {
    // Whoever changes the levels waits for this.
    await tx.query('SELECT FROM leadership_level WHERE organization_id = $1 FOR UPDATE', [organizationId]);
    running = write(home, token, agent);
    await pause(200);
    closing = closeGently(program.app);
    await pause(300);
    await expect(write(home, token, new Agent())).rejects.toThrow(/ECONNREFUSED/);
  });
  expect(await running).toEqual({ status: 200, text: expect.stringContaining('Director') });
  await closing;
  expect(Date.now() - started).toBeLessThan(4000);
  expect(program.db.isInitialized).toBe(false);
});
