import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whose data it is. */
export interface DataSubject {
  readonly organizationId: string;
  readonly personId: string;
  /**
   * Whether it is they who ask: reports, levels and what they answer as a rater are for them alone, not for whoever
   * answers such requests.
   */
  readonly isAsking?: boolean;
}

/** What one feature keeps about a person in its own tables. */
export interface PersonalDataKeeper {
  /** What it is called in an export, e.g. `signIn`. */
  readonly name: string;
  /** Of its tables those that refer to a person or an executive, and that this tells of or empties. */
  readonly tables: readonly string[];
  /** All of it, as values that JSON can hold; secrets are left out. */
  tell(tx: EntityManager, subject: DataSubject): Promise<unknown>;
  /** Empties what names the person or was theirs alone; facts that figures are made of stay under the id. */
  erase(tx: EntityManager, subject: DataSubject): Promise<void>;
}

/** Who keeps something about people: each feature enters itself when the process starts. */
@Injectable()
export class PersonalDataKeepers {
  private readonly keepers: PersonalDataKeeper[] = [];

  register(keeper: PersonalDataKeeper): void {
    this.keepers.push(keeper);
  }

  get tables(): readonly string[] {
    return this.keepers.flatMap(({ tables }) => tables);
  }

  async tell(tx: EntityManager, subject: DataSubject): Promise<Readonly<Record<string, unknown>>> {
    const told: Record<string, unknown> = {};
    for (const keeper of this.keepers) {
      // oxlint-disable-next-line no-await-in-loop -- one connection
      told[keeper.name] = await keeper.tell(tx, subject);
    }
    return told;
  }

  async erase(tx: EntityManager, subject: DataSubject): Promise<void> {
    for (const keeper of this.keepers) {
      // oxlint-disable-next-line no-await-in-loop -- one connection
      await keeper.erase(tx, subject);
    }
  }
}
