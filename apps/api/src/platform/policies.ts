import type { Viewer } from '@alidade/access';
import { Policy } from '@alidade/database';
import type { PolicySettings, ReportPolicy } from '@alidade/database';
import { DEFAULT_POLICY, requireReadinessPolicy } from '@alidade/readiness';
import type { ReadinessPolicy } from '@alidade/readiness';
import { DEFAULT_RELEASE_POLICY, requireReleasePolicy } from '@alidade/release';
import type { ReleasePolicy } from '@alidade/release';

import type { EntityManager } from 'typeorm';

/** One version of an organization's choices, with the defaults where it makes none. */
export interface PolicyInForce {
  readonly version: number;
  /** First day on which it holds, or SINCE_EVER. */
  readonly validFrom: string;
  readonly readiness: ReadinessPolicy;
  readonly release: ReleasePolicy;
  readonly reports: ReportPolicy;
}

/** A manager sees the levels of their people, not the reports: those are to develop with. */
const DEFAULT_REPORT_POLICY: ReportPolicy = { manager: false, designer: true };

/** Every version there is, oldest first; each holds until the next one's day. */
export async function policiesOf(
  tx: EntityManager,
  { organizationId }: Pick<Viewer, 'organizationId'>,
): Promise<readonly PolicyInForce[]> {
  const rows = await tx.find(Policy, { where: { organizationId }, order: { version: 'ASC' } });
  return rows.map(({ version, validFrom, settings }) => {
    const readiness = { ...DEFAULT_POLICY, ...settings.readiness };
    const release = { ...DEFAULT_RELEASE_POLICY, ...settings.release };
    requireReadinessPolicy(readiness);
    requireReleasePolicy(release);
    return { version, validFrom, readiness, release, reports: reportPolicyIn(settings) };
  });
}

export const reportPolicyIn = ({ reports }: PolicySettings): ReportPolicy => ({
  ...DEFAULT_REPORT_POLICY,
  ...reports,
});

/** The one in force on a day. */
export async function policyOn(
  tx: EntityManager,
  viewer: Pick<Viewer, 'organizationId'>,
  day: string,
): Promise<PolicyInForce> {
  const policies = await policiesOf(tx, viewer);
  const inForce = policies.findLast(({ validFrom }) => validFrom === '-infinity' || validFrom <= day);
  if (!inForce) throw new Error('An organization without a policy');
  return inForce;
}
