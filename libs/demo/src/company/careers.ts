import { offsetMonths } from '../days.js';
import type { DayNumber } from '../days.js';
import { Purpose, streamOf } from '../random.js';
import type { RandomStream } from '../random.js';
import { Rank } from './seats.js';
import type { Seat } from './seats.js';

/** One seat held at one rank from a day on. */
interface Stay {
  readonly seat: Seat;
  readonly from: DayNumber;
  readonly rank: number;
}

/** What one executive did in the company: seats one after the other, until today or until they left. */
export interface Career {
  readonly stays: readonly Stay[];
  readonly leftOn: DayNumber | null;
}

export interface Careers {
  /** First who holds the seats of today, in their order; then those who left. */
  readonly careers: readonly Career[];
  /** Seats of today and seats that were given up. */
  readonly seats: readonly Seat[];
}

/** How often, in the last two years, something happened in a seat: shares of the seats concerned. */
const SHARE = {
  succeeded: 0.1,
  created: 0.08,
  movedInto: 0.05,
  promoted: 0.12,
  replaced: 0.03,
  closed: 0.04,
};

interface Frame {
  readonly today: DayNumber;
  /** Before this day nothing changes hands, so everybody of that time has one seat. */
  readonly changesFrom: DayNumber;
  readonly seed: number;
  readonly starts: readonly DayNumber[];
  readonly leads: ReadonlySet<number>;
}

/**
 * The history behind the tree of today: successions, new and closed seats, moves between business units, promotions.
 * Every seat that leads others is held without a gap since before its first report came, so whoever is in service
 * has a manager in service, on every day. O(seats).
 */
export function careersFor(seats: readonly Seat[], seed: number, today: DayNumber): Careers {
  const changesFrom = offsetMonths(today, -24);
  const founded = offsetMonths(today, -18 * 12);
  const starts: DayNumber[] = [];
  for (const { index, parent } of seats) {
    const earliest = starts[parent] ?? founded;
    starts.push(
      earliest +
        Math.ceil(streamOf(seed, Purpose.Tree, -1, index).between(0.02, 0.5) * (changesFrom - earliest)),
    );
  }
  const frame = { today, changesFrom, seed, starts, leads: new Set(seats.map(({ parent }) => parent)) };
  return new History(seats, frame).tell();
}

class History {
  readonly #seats: Seat[];
  readonly #present: Career[] = [];
  readonly #past: Career[] = [];
  readonly #leaves: readonly Seat[];
  readonly #frame: Frame;

  constructor(seats: readonly Seat[], frame: Frame) {
    this.#seats = [...seats];
    this.#frame = frame;
    this.#leaves = seats.filter(({ index }) => !frame.leads.has(index));
  }

  tell(): Careers {
    const ofToday = [...this.#seats];
    for (const seat of ofToday) this.#present.push(this.#careerIn(seat));
    const random = streamOf(this.#frame.seed, Purpose.Career, -1);
    for (let left = 0; left < Math.round(SHARE.closed * ofToday.length); left++) {
      const stay = this.#stayInClosedSeat(random.pick(this.#leaves), random);
      this.#past.push({ stays: [stay], leftOn: this.#someDay(random) });
    }
    return { careers: [...this.#present, ...this.#past], seats: this.#seats };
  }

  #careerIn(seat: Seat): Career {
    const random = streamOf(this.#frame.seed, Purpose.Career, seat.index);
    const first = { seat, from: this.#startOf(seat.index), rank: seat.rank };
    const stable: Career = { stays: [first], leftOn: null };
    if (seat.rank === Rank.Committee) return stable;
    const day = this.#someDay(random);
    const since: Career = { stays: [{ ...first, from: day }], leftOn: null };
    const chance = random.next();
    if (this.#frame.leads.has(seat.index)) {
      if (chance >= SHARE.succeeded) return stable;
      this.#past.push({ stays: [first], leftOn: day });
      return since;
    }
    if (seat.rank > Rank.SeniorManager && chance < SHARE.promoted)
      return {
        stays: [
          { ...first, rank: seat.rank - 1 },
          { ...first, from: day },
        ],
        leftOn: null,
      };
    return this.#careerInLeaf(seat, { random, day, since }) ?? stable;
  }

  #careerInLeaf(
    seat: Seat,
    { random, day, since }: { random: RandomStream; day: DayNumber; since: Career },
  ): Career | null {
    const chance = random.next();
    if (chance < SHARE.created) return since;
    if (chance < SHARE.created + SHARE.movedInto) {
      const origin = this.#leafElsewhere(seat, random);
      return origin && { stays: [this.#stayInClosedSeat(origin, random), ...since.stays], leftOn: null };
    }
    if (chance < SHARE.created + SHARE.movedInto + SHARE.replaced) {
      const before = { seat, from: this.#startOf(seat.index), rank: seat.rank };
      this.#past.push({ stays: [before], leftOn: day - 45 });
      return since;
    }
    return null;
  }

  /** A seat like this one that existed beside it and was given up, and the first day of its last holder. */
  #stayInClosedSeat(model: Seat, random: RandomStream): Stay {
    const seat = { ...model, index: this.#seats.length };
    this.#seats.push(seat);
    const earliest = this.#startOf(model.parent);
    const from = earliest + Math.ceil(random.between(0.02, 0.9) * (this.#frame.changesFrom - earliest));
    return { seat, from, rank: seat.rank };
  }

  /** Somebody's seat at the same rank in another business unit; null after a few vain looks. */
  #leafElsewhere(seat: Seat, random: RandomStream): Seat | null {
    for (let look = 0; look < 20; look++) {
      const other = random.pick(this.#leaves);
      if (other.rank === seat.rank && other.businessUnit !== seat.businessUnit) return other;
    }
    return null;
  }

  #startOf(seat: number): DayNumber {
    const start = this.#frame.starts[seat];
    if (start === undefined) throw new RangeError(`Seat ${seat} has no first day`);
    return start;
  }

  #someDay(random: RandomStream): DayNumber {
    const { changesFrom, today } = this.#frame;
    return changesFrom + 60 + random.integer(today - 25 - changesFrom - 60);
  }
}
