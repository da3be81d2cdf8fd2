import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GrantableRole, isDerivedRole, Permission, permissionsOf, roleNamed } from './permissions.js';
import { can, canEverywhere, scopeOf, viewerOf } from './viewer.js';
import type { Grant } from './viewer.js';

const WHO = { organizationId: 'o', personId: 'p', today: '2026-03-31' };
const ROLES = Object.values(GrantableRole);
const PERMISSIONS = Object.values(Permission);

const grants = fc.array(
  fc.record({
    role: fc.constantFrom(...ROLES),
    unitIds: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 }),
  }),
  { maxLength: 6 },
);

/** Said the other way round: the units of all grants that hold this permission, where one without units is everywhere. */
function expectedScope(all: readonly Grant[], permission: Permission): string {
  const giving = all.filter(({ role }) => permissionsOf(role).includes(permission));
  if (giving.some(({ unitIds }) => unitIds.length === 0)) return 'everywhere';
  return [...new Set(giving.flatMap(({ unitIds }) => unitIds))].toSorted().join();
}

const scopeText = (all: readonly Grant[], permission: Permission): string => {
  const scope = scopeOf(viewerOf(WHO, all), permission);
  return scope === 'ORGANIZATION' ? 'everywhere' : [...scope].toSorted().join();
};

describe('a viewer', () => {
  it('holds a permission where any of their grants gives it, and nowhere else', () => {
    fc.assert(
      fc.property(grants, fc.constantFrom(...PERMISSIONS), (all, permission) => {
        expect(scopeText(all, permission)).toBe(expectedScope(all, permission));
      }),
    );
  });

  it('may do nothing without a grant that gives it', () => {
    fc.assert(
      fc.property(grants, fc.constantFrom(...PERMISSIONS), (all, permission) => {
        const viewer = viewerOf(WHO, all);
        const isGiven = all.some(({ role }) => permissionsOf(role).includes(permission));
        expect(can(viewer, permission)).toBe(isGiven);
        expect(scopeOf(viewer, permission).length > 0).toBe(isGiven);
        expect(canEverywhere(viewer, permission) && !isGiven).toBe(false);
      }),
    );
    expect(viewerOf(WHO, []).permissions.size).toBe(0);
  });

  it('gains nothing by the same grant twice or in another order', () => {
    fc.assert(
      fc.property(grants, grants, fc.constantFrom(...PERMISSIONS), (some, more, permission) => {
        const together = scopeText([...some, ...more], permission);
        expect(scopeText([...more, ...some], permission)).toBe(together);
        expect(scopeText([...some, ...more, ...some], permission)).toBe(together);
      }),
    );
  });

  it('loses nothing by another grant', () => {
    fc.assert(
      fc.property(grants, grants, fc.constantFrom(...PERMISSIONS), (some, more, permission) => {
        const [before, after] = [some, [...some, ...more]].map((all) =>
          scopeOf(viewerOf(WHO, all), permission),
        );
        const unitsBefore = before === 'ORGANIZATION' ? [] : (before ?? []);
        const isKept = before !== 'ORGANIZATION' && unitsBefore.every((unit) => after?.includes(unit));
        expect(after === 'ORGANIZATION' || isKept).toBe(true);
      }),
    );
  });

  it('is who the credential says, whatever the grants', () => {
    fc.assert(fc.property(grants, (all) => expect(viewerOf(WHO, all)).toMatchObject(WHO)));
  });
});

describe('a role', () => {
  it('is meant by its name in any spelling', () => {
    const spelled = fc.constantFrom(
      (name: string) => name.toLowerCase(),
      (name: string) => name.replaceAll('_', ' '),
      (name: string) => ` ${name.toLowerCase().replaceAll('_', '-')} `,
    );
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), spelled, (role, spell) => {
        expect(roleNamed(spell(role))).toBe(role);
      }),
    );
  });

  it('that a directory or a round makes cannot be granted', () => {
    for (const text of ['Participant', 'manager', ' RATER ']) {
      expect(isDerivedRole(text)).toBe(true);
      expect(roleNamed(text)).toBeNull();
    }
    for (const role of ROLES) expect(isDerivedRole(role)).toBe(false);
  });

  it('is not meant by anything else', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([...ROLES, null]).toContain(roleNamed(text));
      }),
    );
    expect(roleNamed('constructor')).toBeNull();
    expect(roleNamed('')).toBeNull();
  });

  it('of an administrator shows no rating and no report', () => {
    const blind: readonly Permission[] = [
      Permission.ReadinessView,
      Permission.ReadinessViewNamed,
      Permission.ImportRatings,
      Permission.AssessmentDesign,
    ];
    expect(permissionsOf('ADMINISTRATOR').filter((permission) => blind.includes(permission))).toEqual([]);
  });
});
