import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Capability, LevelAnchor } from '@alidade/database';
import type { TestOrganization } from '../support/organization.js';
import { Program } from '../support/program.js';

const CAPABILITIES = /* GraphQL */ `
  query Capabilities($search: String) {
    capabilities(search: $search) {
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
    }
  }
`;

describe('capabilities', () => {
  let program: Program;
  let org: TestOrganization;
  let reader: string;
  beforeAll(async () => {
    program = await Program.start();
  });
  afterAll(() => program[Symbol.asyncDispose]());
  beforeEach(async () => {
    org = await program.organization();
    reader = await org.tokenOf([]);
  });

  const found = async (search?: string | null): Promise<string[]> => {
    const { data } = await program.as(reader, CAPABILITIES, { search });
    return data.capabilities.map(({ code }: any) => code);
  };

  it('are read in the order of their framework, with heading and anchors, lowest level first', async () => {
    const { organizationId } = org;
    const [market, pricing] = [await org.capability('market'), await org.capability('pricing')];
    await org.within(async (tx) => {
      await tx.update(Capability, { organizationId, id: pricing.id }, { parentId: market.id });
      const anchor = { organizationId, capabilityId: pricing.id };
      await tx.insert(LevelAnchor, [
        { ...anchor, level: 3, name: 'Intermediate', description: 'Sets prices.' },
        { ...anchor, level: 1, name: 'Awareness', description: 'Knows prices.' },
      ]);
    });
    const { data } = await program.as(reader, CAPABILITIES);
    expect(data.capabilities).toMatchObject([
      { code: 'market', parent: null, anchors: [] },
      {
        code: 'pricing',
        name: 'pricing',
        definition: 'What pricing means here.',
        parent: { code: 'market' },
        anchors: [
          { level: 1, name: 'Awareness', description: 'Knows prices.' },
          { level: 3, name: 'Intermediate', description: 'Sets prices.' },
        ],
      },
    ]);
  });

  it('are found by a part of their code or name, in any case and taken literally', async () => {
    const { organizationId } = org;
    const [coded] = [
      await org.capability('LEAD_1'),
      await org.capability('lead-2'),
      await org.capability('x'),
    ];
    await org.within((tx) => tx.update(Capability, { organizationId, id: coded.id }, { name: '100% Trust' }));
    expect(await found()).toEqual(['LEAD_1', 'lead-2', 'x']);
    expect(await found(null)).toHaveLength(3);
    expect(await found('Lead')).toEqual(['LEAD_1', 'lead-2']);
    expect(await found('trust')).toEqual(['LEAD_1']);
    expect(await found('d_')).toEqual(['LEAD_1']);
    expect(await found('0%')).toEqual(['LEAD_1']);
    expect(await found('\\')).toEqual([]);
  });

  const statements = () => program.countQueries(() => program.as(reader, CAPABILITIES));

  it('are read in as many statements of SQL for fifty as for one', async () => {
    const { organizationId } = org;
    const { id: parentId } = await org.capability('heading');
    const under = async (code: string): Promise<void> => {
      const { id } = await org.capability(code);
      await org.within((tx) => tx.update(Capability, { organizationId, id }, { parentId }));
    };
    await under('first');
    const one = await statements();
    for (let i = 0; i < 48; i += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await under(`capability-${i}`);
    }
    expect(await statements()).toBe(one);
  });
});
