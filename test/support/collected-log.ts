import type { Logger } from 'pino';
import { createLog } from '../../apps/api/src/platform/log.js';

/** A log that is kept instead of written. */
export class CollectedLog {
  readonly lines: Record<string, any>[] = [];
  /** As written, to look for what must not be there. */
  text = '';
  readonly log: Logger;

  constructor() {
    this.log = createLog('trace', {
      write: (line: string) => {
        this.text += line;
        this.lines.push(JSON.parse(line));
      },
    });
  }

  named(sentence: string): Record<string, any>[] {
    return this.lines.filter(({ msg }) => msg === sentence);
  }
}
