import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  /** Of the clock, in milliseconds. */
  readonly until: number;
}

const KEPT_AT_MOST = 10_000;

/**
 * Where an identity provider for one's own machine keeps what is under way: in memory, on purpose. After a restart
 * whoever was about to sign in begins again; sessions of the application itself are elsewhere.
 */
export function volatileStore(): AdapterFactory {
  const entries = new Map<string, Entry>();
  return (model) => new VolatileModel(entries, model);
}

class VolatileModel implements Adapter {
  constructor(
    private readonly entries: Map<string, Entry>,
    private readonly model: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn = Infinity): Promise<void> {
    this.entries.set(this.key(id), { payload, until: Date.now() + expiresIn * 1000 });
    if (this.entries.size > KEPT_AT_MOST) this.sweep();
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.entries.get(this.key(id));
    return entry && entry.until > Date.now() ? entry.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findWhere((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(this.key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(key);
  }

  private findWhere(fits: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    for (const [key, { payload, until }] of this.entries)
      if (key.startsWith(`${this.model}:`) && until > Date.now() && fits(payload)) return payload;
    return undefined;
  }

  private key(id: string): string {
    return `${this.model}:${id}`;
  }

  /** What has expired goes; when that was nothing, the oldest half does. */
  private sweep(): void {
    const now = Date.now();
    for (const [key, { until }] of this.entries) if (until <= now) this.entries.delete(key);
    const surplus = this.entries.size > KEPT_AT_MOST ? KEPT_AT_MOST / 2 : 0;
    for (const key of [...this.entries.keys()].slice(0, surplus)) this.entries.delete(key);
  }
}
