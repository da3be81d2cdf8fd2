/** Where this is reached from outside. */
export class PublicAddress {
  constructor(private readonly home: string) {}

  /** Without a slash at its end. */
  get origin(): string {
    return this.home.replace(/\/+$/, '');
  }

  /** @param path  without a slash at its beginning */
  of(path: string): string {
    return `${this.origin}/${path}`;
  }
}
