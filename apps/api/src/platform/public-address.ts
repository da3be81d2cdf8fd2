/** Where this is reached from outside. */
export class PublicAddress {
  constructor(private readonly home: string) {}

  /** @param path  without a slash at its beginning */
  of(path: string): string {
    return `${this.home.replace(/\/+$/, '')}/${path}`;
  }
}
