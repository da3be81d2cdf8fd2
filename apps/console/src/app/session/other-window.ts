import { signInAddress } from './sign-in-address.ts';

const NAME = 'alidade-sign-in';
const CHANNEL = 'alidade-session';

/** Opens sign-in beside the page, which stays as it is. */
export const signInBeside = (): void =>
  void globalThis.open(signInAddress(), NAME, 'popup,width=520,height=640');

/** In the window that `signInBeside` opened and that has come back signed in: tells the page, and closes. */
export function closeWhenOnlySignedIn(): boolean {
  if (window.name !== NAME) return false;
  const channel = new BroadcastChannel(CHANNEL);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
  channel.postMessage('signed in');
  channel.close();
  globalThis.close();
  return true;
}

/** @returns how to stop listening */
export function whenSignedInBeside(goOn: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', goOn);
  return () => channel.close();
}
