import type { DemoPerson, DemoRaterGroup } from '../demo.js';
import { Purpose, streamOf } from '../random.js';
import type { RandomStream } from '../random.js';
import type { Reporting } from './rounds.js';

export interface Rater {
  readonly key: string;
  readonly group: DemoRaterGroup;
  /** How much milder than others this rater is with everybody, in levels. */
  readonly leniency: number;
}

export interface RaterSource {
  readonly executives: readonly DemoPerson[];
  readonly reporting: Reporting;
  readonly seed: number;
  readonly roundIndex: number;
}

const ANSWERS = { self: 0.95, manager: 0.93, others: 0.86 };
/** Share of subjects for whom only the manager (and they themselves) answered. */
const ONLY_MANAGER = 0.02;
/** Share of leaders without a team of their own. */
const WITHOUT_TEAM = 0.12;
/** Share of subjects who name customers, project partners and the like. */
const WITH_OTHERS = 0.25;
const LENIENCY = 0.32;

/** Who answered for one subject in one round: asked are the manager, three to five of each group, some others. */
export function ratersOf(source: RaterSource, subject: number): readonly Rater[] {
  const random = streamOf(source.seed, Purpose.Raters, subject, source.roundIndex);
  const manager = source.reporting.managerOf[subject] ?? -1;
  const raters: Rater[] = [];
  if (random.next() < ANSWERS.self) raters.push(insideRater(source, subject, 'SELF'));
  if (manager >= 0 && random.next() < ANSWERS.manager) raters.push(insideRater(source, manager, 'MANAGER'));
  if (manager >= 0 && random.next() < ONLY_MANAGER) return raters;
  const peers = (source.reporting.reportsOf.get(manager) ?? []).filter((peer) => peer !== subject);
  for (const peer of someOf(peers, random)) raters.push(insideRater(source, peer, 'PEER'));
  raters.push(...reportsAmong(source, subject, random));
  const others = random.next() < WITH_OTHERS ? 1 + random.integer(4) : 0;
  raters.push(...outsideRaters(source, { subject, group: 'OTHER', asked: others, random }));
  return raters;
}

/** Reports who are executives themselves, else people of the subject's team, who are in no directory. */
function reportsAmong(source: RaterSource, subject: number, random: RandomStream): readonly Rater[] {
  const reports = source.reporting.reportsOf.get(subject);
  if (reports) return someOf(reports, random).map((report) => insideRater(source, report, 'DIRECT_REPORT'));
  const asked = random.next() < WITHOUT_TEAM ? 0 : 3 + random.integer(3);
  return outsideRaters(source, { subject, group: 'DIRECT_REPORT', asked, random });
}

function insideRater({ executives, seed }: RaterSource, rater: number, group: DemoRaterGroup): Rater {
  const leniency = LENIENCY * streamOf(seed, Purpose.Leniency, rater).normal();
  return { key: executives[rater]?.externalId ?? '', group, leniency };
}

interface OutsideRaters {
  readonly subject: number;
  readonly group: DemoRaterGroup;
  readonly asked: number;
  readonly random: RandomStream;
}

function outsideRaters(
  { executives, seed }: RaterSource,
  { subject, group, asked, random }: OutsideRaters,
): readonly Rater[] {
  const raters: Rater[] = [];
  for (let number = 1; number <= asked; number++) {
    if (random.next() >= ANSWERS.others) continue;
    const leniency =
      LENIENCY *
      streamOf(seed, Purpose.Leniency, -1 - subject, group === 'OTHER' ? -number : number).normal();
    raters.push({
      key: `${executives[subject]?.externalId}-${group === 'OTHER' ? 'guest' : 'team'}-${number}`,
      group,
      leniency,
    });
  }
  return raters;
}

/** Three to five of them are asked, or all where there are fewer; most answer. */
function someOf(people: readonly number[], random: RandomStream): readonly number[] {
  const left = [...people];
  const asked = Math.min(left.length, 3 + random.integer(3));
  const chosen: number[] = [];
  for (let draw = 0; draw < asked; draw++) {
    const [person] = left.splice(random.integer(left.length), 1);
    if (person !== undefined && random.next() < ANSWERS.others) chosen.push(person);
  }
  return chosen;
}
