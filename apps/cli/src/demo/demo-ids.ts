import { randomUUID } from 'node:crypto';

/** The id that a row gets for its name in the demo, the same whenever it is asked for. */
class Ids {
  private readonly ids = new Map<string, string>();

  of(name: string): string {
    const id = this.ids.get(name) ?? randomUUID();
    this.ids.set(name, id);
    return id;
  }

  orNull(name: string | null): string | null {
    return name === null ? null : this.of(name);
  }
}

/** Of everything in one demo organization. */
export class DemoIds {
  readonly level = new Ids();
  readonly unit = new Ids();
  readonly person = new Ids();
  readonly executive = new Ids();
  readonly capability = new Ids();
  readonly strategy = new Ids();
  readonly strategyVersion = new Ids();
  readonly program = new Ids();
  readonly cohort = new Ids();
  readonly round = new Ids();
  readonly plan = new Ids();

  constructor(readonly organizationId: string) {}
}
