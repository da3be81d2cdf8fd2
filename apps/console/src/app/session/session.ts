import { useSyncExternalStore } from 'react';
import { goToSignIn } from './sign-in-address.ts';

/** Whether the session has ended while somebody was at work. */
class Session {
  private ended = false;
  private readonly listeners = new Set<() => void>();

  /** @param atWork  whether something is on the page that must stay; else the whole page goes to sign-in */
  end(atWork: boolean): void {
    if (atWork) this.set(true);
    else goToSignIn();
  }

  goOn(): void {
    this.set(false);
  }

  readonly hasEnded = (): boolean => this.ended;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(ended: boolean): void {
    this.ended = ended;
    for (const listener of this.listeners) listener();
  }
}

export const SESSION = new Session();

export const useSessionEnded = (): boolean => useSyncExternalStore(SESSION.subscribe, SESSION.hasEnded);
