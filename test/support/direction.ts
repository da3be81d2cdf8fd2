import type { Capability } from '@alidade/database';
import type { Program } from './program.js';

const CREATE = /* GraphQL */ `
  mutation Create($input: CreateStrategyInput!) {
    createStrategy(input: $input) {
      id
      version
    }
  }
`;
const SET = /* GraphQL */ `
  mutation Set($input: SetRequirementsInput!) {
    setRequirements(input: $input) {
      id
      version
    }
  }
`;
const APPROVE = /* GraphQL */ `
  mutation Approve($id: ID!, $expectedVersion: Int!) {
    approveStrategy(id: $id, expectedVersion: $expectedVersion) {
      id
      version
    }
  }
`;

export const STRATEGY = /* GraphQL */ `
  query Strategy($id: ID!, $asOf: Date, $level: ID) {
    strategy(id: $id) {
      kind
      title
      narrative
      weight
      status
      version
      effectiveFrom
      owner {
        name
      }
      requirements(asOf: $asOf, leadershipLevelId: $level) {
        capability {
          code
        }
        leadershipLevel {
          name
        }
        requiredLevel
        weight
        critical
        strategy {
          id
        }
      }
      versions {
        number
        state
        weight
        validFrom
        validTo
        approvedAt
        approvedBy {
          name
        }
        requirements {
          requiredLevel
        }
      }
    }
  }
`;
export const STRATEGIES = /* GraphQL */ `
  query Strategies($status: StatementStatus, $kinds: [StatementKind!], $asOf: Date) {
    strategies(status: $status, kinds: $kinds, asOf: $asOf) {
      title
      weight
      narrative
      effectiveFrom
      requirements {
        requiredLevel
        strategy {
          weight
        }
      }
    }
  }
`;
const RETIRE = /* GraphQL */ `
  mutation Retire($id: ID!, $expectedVersion: Int!, $on: Date) {
    retireStrategy(id: $id, expectedVersion: $expectedVersion, on: $on) {
      id
      status
      version
    }
  }
`;
const REVISE = /* GraphQL */ `
  mutation Revise($input: ReviseStrategyInput!) {
    reviseStrategy(input: $input) {
      id
      version
      title
      narrative
      weight
      owner {
        name
      }
    }
  }
`;
const DELETE = /* GraphQL */ `
  mutation Delete($id: ID!, $expectedVersion: Int!) {
    deleteStrategyDraft(id: $id, expectedVersion: $expectedVersion)
  }
`;

/** An ISO day so many days from today in UTC, the time zone of organizations that name none. */
export function dayFromToday(days: number): string {
  const at = new Date();
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** What the first error of an answer says: its code and sentence, and the paths of the fields at fault. */
interface Refused {
  readonly code: string;
  readonly message: string;
  readonly paths: readonly string[];
}

/** The refusal of a write, or 'done'. */
export const refusal = (write: Promise<unknown>): Promise<'done' | Refused> =>
  write.then(
    () => 'done',
    ({ code, paths, message }: Refused) => ({ code, paths, message }),
  );

/** A requirement as an input: of weight 1 and for all levels, unless said otherwise. */
export const need = (capability: Capability, requiredLevel: number, more: object = {}): object => ({
  capabilityId: capability.id,
  requiredLevel,
  weight: 1,
  ...more,
});

interface Statement {
  readonly id: string;
  readonly version: number;
}

/** Edits the direction as one person, through the API, and fails when it is refused. */
export class DirectionEditor {
  constructor(
    private readonly program: Program,
    readonly token: string,
  ) {}

  create(title: string, more: object = {}): Promise<Statement> {
    return this.ask(CREATE, { input: { title, narrative: `Why ${title}.`, weight: 1, ...more } });
  }

  require(
    { id, version }: Statement,
    requirements: readonly object[],
    more: object = {},
  ): Promise<Statement> {
    const input = { strategyId: id, expectedVersion: version, requirements, ...more };
    return this.ask(SET, { input });
  }

  approve({ id, version }: Statement): Promise<Statement> {
    return this.ask(APPROVE, { id, expectedVersion: version });
  }

  revise({ id, version }: Statement, more: object): Promise<any> {
    return this.ask(REVISE, { input: { strategyId: id, expectedVersion: version, ...more } });
  }

  retire({ id, version }: Statement, on?: string): Promise<any> {
    return this.ask(RETIRE, { id, expectedVersion: version, on });
  }

  delete({ id, version }: Statement): Promise<string> {
    return this.ask(DELETE, { id, expectedVersion: version });
  }

  /** A new statement that requires this, approved. */
  async approved(title: string, requirements: readonly object[], more: object = {}): Promise<Statement> {
    return this.approve(await this.require(await this.create(title, more), requirements));
  }

  read({ id }: Pick<Statement, 'id'>, asked: object = {}): Promise<any> {
    return this.ask(STRATEGY, { id, ...asked });
  }

  /** What is required, in short: code, required level, leadership level. */
  async required(strategy: Pick<Statement, 'id'>, asked: object = {}): Promise<unknown[]> {
    const { requirements } = await this.read(strategy, asked);
    return requirements.map((each: any) => [
      each.capability.code,
      each.requiredLevel,
      each.leadershipLevel?.name,
    ]);
  }

  /** The versions, in short: number, state, first day, first day no longer. */
  async days(strategy: Pick<Statement, 'id'>): Promise<unknown[]> {
    const { versions } = await this.read(strategy);
    return versions.map((each: any) => [each.number, each.state, each.validFrom, each.validTo]);
  }

  /** @returns the only field of the answer */
  async ask<T = any>(document: string, variables: object = {}): Promise<T> {
    const { data, errors } = await this.program.as(this.token, document, variables);
    if (errors.length > 0) {
      const { message, extensions } = errors[0];
      const paths = (extensions.fields ?? []).map(({ path }: any) => path);
      throw Object.assign(new Error(message), { code: extensions.code, paths });
    }
    const [answer] = Object.values(data);
    return answer as T;
  }
}

/** A new organization with somebody who edits its direction, and something to require of somebody. */
export async function directionWorld(program: Program) {
  const org = await program.organization();
  return {
    org,
    editor: new DirectionEditor(program, await org.designer()),
    /** Somebody without any role. */
    reader: await org.tokenOf([]),
    pricing: await org.capability('pricing'),
    selling: await org.capability('selling'),
    director: await org.level('Director'),
    president: await org.level('President'),
  };
}

export type DirectionWorld = Awaited<ReturnType<typeof directionWorld>>;
