import type { ImportFault } from '@alidade/database';
import type { FaultList } from './import-reader.js';

const KEPT = 100;

/** Counts every fault of a file and keeps the hundred that stand first in it, in whatever order they are found. */
export class FirstFaults implements FaultList {
  private kept: ImportFault[] = [];
  private counted = 0;

  get count(): number {
    return this.counted;
  }

  add(fault: ImportFault): void {
    this.counted += 1;
    this.kept.push(fault);
    if (this.kept.length >= 10 * KEPT) this.kept = this.first();
  }

  /** As they stand in the file. */
  first(): ImportFault[] {
    return this.kept.toSorted((a, b) => a.line - b.line).slice(0, KEPT);
  }
}
