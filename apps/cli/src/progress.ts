/** What is being done, for whoever waits; results go to stdout. */
export const progress = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
