import type { Connected } from './in-one-packet.js';

/**
 * Ends a connection on which an answer does not come. Without it, a server that hangs would keep the request until
 * the statement times out, and the connection after it. (`end()` of pg would wait for the answers of what was sent.)
 * @param answer  of a statement that any living server answers at once
 */
export function cutOffSilence({ connection }: Connected, answer: Promise<unknown>, ms: number): void {
  let answered = false;
  // The answer may lie in the socket, unread because this process was busy: it gets one more turn.
  const timer = setTimeout(() => setImmediate(() => !answered && connection.stream.destroy()), ms);
  const settle = (): void => {
    answered = true;
    clearTimeout(timer);
  };
  answer.then(settle, settle);
}
