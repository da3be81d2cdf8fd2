import { describe, expect, it } from '@jest/globals';
import { generateDemo } from './generate-demo.js';

const demo = generateDemo({ executives: 240, seed: 1, today: '2026-11-24' });
const { framework, statements, programs, rounds, leadershipLevels, people } = demo;
const capabilities = framework.items.filter(({ parentCode }) => parentCode !== null);
const codes = new Set(capabilities.map(({ code }) => code));

describe('the framework', () => {
  it('has 24 capabilities in six groups, each with a definition and five different anchors', () => {
    const groups = framework.items.filter(({ parentCode }) => parentCode === null);
    expect([groups.length, capabilities.length, codes.size]).toEqual([6, 24, 24]);
    expect(new Set(framework.items.map(({ code }) => code)).size).toBe(30);
    for (const { parentCode, definition, anchors } of capabilities) {
      expect(groups.some(({ code }) => code === parentCode)).toBe(true);
      expect(definition.length).toBeGreaterThan(40);
      expect(anchors).toHaveLength(framework.levelNames.length);
      expect(new Set(anchors).size).toBe(5);
    }
    const anchors = capabilities.flatMap((capability) => capability.anchors);
    expect(new Set(anchors).size).toBe(120);
  });
});

describe('the direction', () => {
  it('has five strategies, three values and a vision, with titles of their own', () => {
    const count = (kind: string): number => statements.filter((statement) => statement.kind === kind).length;
    expect(['STRATEGY', 'VALUE', 'VISION'].map(count)).toEqual([5, 3, 1]);
    expect(new Set(statements.map(({ title }) => title)).size).toBe(9);
    expect(new Set(statements.map(({ key }) => key)).size).toBe(9);
  });
  it('is owned by members of the executive committee', () => {
    for (const { ownerExternalId } of statements) {
      const owner = people.find(({ externalId }) => externalId === ownerExternalId);
      expect(owner?.postings.at(-1)?.leadershipLevel).toBe('Executive Committee');
    }
  });
  it('was in force before the first round, and later versions come in order', () => {
    for (const { versions } of statements) {
      expect(versions[0]!.effectiveFrom < rounds[0]!.opensOn).toBe(true);
      const days = versions.map(({ effectiveFrom }) => effectiveFrom);
      expect(days).toEqual([...new Set(days)].toSorted());
    }
    expect(statements.some(({ versions }) => versions.length > 1)).toBe(true);
  });
  it('requires known capabilities on the scale, at most one per level, and never one for all beside one for a level', () => {
    for (const { requirements } of statements.flatMap(({ versions }) => versions)) {
      expect(requirements.length).toBeGreaterThan(0);
      const keys = requirements.map(
        ({ capabilityCode, leadershipLevel }) => `${capabilityCode} ${leadershipLevel}`,
      );
      expect(new Set(keys).size).toBe(keys.length);
      for (const { capabilityCode, leadershipLevel, requiredLevel, weight } of requirements) {
        expect(codes.has(capabilityCode)).toBe(true);
        expect(leadershipLevel === null || leadershipLevels.includes(leadershipLevel)).toBe(true);
        expect(leadershipLevel === null || !keys.includes(`${capabilityCode} null`)).toBe(true);
        expect(requiredLevel >= 1 && requiredLevel <= 5 && weight > 0).toBe(true);
      }
    }
  });
  it('never requires less of a higher leadership level', () => {
    for (const { requirements } of statements.flatMap(({ versions }) => versions))
      for (const code of codes) {
        const asked = leadershipLevels.flatMap(
          (level) =>
            requirements.find((one) => one.capabilityCode === code && one.leadershipLevel === level) ?? [],
        );
        const levels = asked.map(({ requiredLevel }) => requiredLevel);
        expect(levels).toEqual(levels.toSorted((one, other) => one - other));
      }
  });
  it('needs every capability of the framework somewhere', () => {
    const needed = statements.flatMap(({ versions }) => versions.flatMap(({ requirements }) => requirements));
    expect(new Set(needed.map(({ capabilityCode }) => capabilityCode))).toEqual(codes);
  });
});

describe('the programs', () => {
  it('are four that develop known capabilities which a strategy needs and pulses measure', () => {
    expect(programs).toHaveLength(4);
    for (const { develops } of programs)
      for (const { capabilityCode, expectedGain, ceiling } of develops) {
        expect(codes.has(capabilityCode)).toBe(true);
        expect(expectedGain > 0 && ceiling > 1 && ceiling <= 5).toBe(true);
        for (const round of rounds) expect(round.capabilityCodes).toContain(capabilityCode);
      }
  });
});
