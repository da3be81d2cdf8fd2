import { UseCaseError } from '@alidade/errors';
import type { ImportReader } from './import-reader.js';

export interface ImportSettings {
  readonly dryRun: boolean;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * What a request says beside its file.
 * @throws UseCaseError INVALID_INPUT naming every setting that is missing, unknown or not of its kind
 */
export function settingsOf(
  { parameters: needed }: Pick<ImportReader, 'parameters'>,
  query: Readonly<Record<string, unknown>>,
): ImportSettings {
  const known = ['dryRun', ...needed];
  const { dryRun = 'false' } = query;
  const faults = [
    ...Object.keys(query).flatMap((name) =>
      known.includes(name) ? [] : [`There is no setting ${name}; there are: ${known.join(', ')}.`],
    ),
    ...needed.flatMap((name) => (isGiven(query[name]) ? [] : [`${name} is missing; name it as ?${name}=….`])),
    ...(dryRun === 'true' || dryRun === 'false' ? [] : ['dryRun is true or false.']),
  ];
  if (faults.length > 0) throw new UseCaseError('INVALID_INPUT', faults.join(' '));
  return {
    dryRun: dryRun === 'true',
    parameters: Object.fromEntries(needed.map((name) => [name, String(query[name])])),
  };
}

const isGiven = (value: unknown): boolean => typeof value === 'string' && value !== '';
