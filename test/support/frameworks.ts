import request from 'supertest';
import type { Program } from './program.js';
import type { TestOrganization } from './organization.js';
import { takeInOverHttp } from './upload.js';

const FRAMEWORKS = /* GraphQL */ `
  query Frameworks {
    frameworks {
      id
      title
      version
      recordedAt
      capabilities {
        id
        code
        name
        definition
        parent {
          code
        }
        anchors {
          level
          name
          description
        }
        framework {
          title
        }
      }
    }
  }
`;

export const CAPABILITIES_HEADER = 'code,name,definition,parent_code,level_1,level_2,level_3,level_4,level_5';

/** Somebody who keeps the frameworks of an organization over HTTP; a worker has to run. */
export class FrameworkKeeper {
  private constructor(
    private readonly program: Program,
    readonly token: string,
  ) {}

  static async of(program: Program, org: TestOrganization): Promise<FrameworkKeeper> {
    return new FrameworkKeeper(program, await org.designer());
  }

  /** @returns the import once it has ended */
  async rows(...lines: readonly string[]): Promise<any> {
    const file = [CAPABILITIES_HEADER, ...lines].join('\n');
    return takeInOverHttp(this.program, this.token, 'capabilities', { file });
  }

  /** @param json  the package, or the text of a file */
  async package(json: object | string, query = ''): Promise<any> {
    const file = typeof json === 'string' ? json : JSON.stringify(json, null, 2);
    const sent = { file, type: 'application/json' };
    return takeInOverHttp(this.program, this.token, `framework${query}`, sent);
  }

  async frameworks(): Promise<any[]> {
    const { data, codes } = await this.program.as(this.token, FRAMEWORKS);
    if (codes.length > 0) throw new Error(codes.join());
    return data.frameworks;
  }

  /** The only one there is. */
  async framework(): Promise<any> {
    const [only, ...more] = await this.frameworks();
    if (more.length > 0) throw new Error('There are several frameworks');
    return only;
  }

  async exported(
    id: string,
    query = '',
  ): Promise<{ readonly status: number; readonly type: string; readonly body: any }> {
    const { status, type, body } = await request(this.program.app.getHttpServer())
      .get(`/frameworks/${id}/case${query}`)
      .set('authorization', `Bearer ${this.token}`);
    return { status, type, body };
  }
}

/** What comes of a file whose rows did this. */
export const taken = (created: number, updated: number, unchanged: number) => ({
  status: 'SUCCEEDED',
  faults: [],
  created,
  updated,
  unchanged,
});
