import { expect, it } from '@jest/globals';
import { settingsOf } from './import-settings.js';

const RATINGS = { parameters: ['roundId'] };

it('reads what stands beside a file', () => {
  expect(settingsOf(RATINGS, { roundId: 'r', dryRun: 'true' })).toEqual({
    dryRun: true,
    parameters: { roundId: 'r' },
  });
  expect(settingsOf({ parameters: [] }, {})).toEqual({ dryRun: false, parameters: {} });
});

it('names everything that is missing, unknown or not of its kind at once', () => {
  expect(() => settingsOf(RATINGS, { dryRun: 'yes', round: 'r' })).toThrow(
    'There is no setting round; there are: dryRun, roundId. roundId is missing; name it as ?roundId=…. dryRun is true or false.',
  );
  expect(() => settingsOf(RATINGS, { roundId: ['a', 'b'] })).toThrow('roundId is missing');
  expect(() => settingsOf(RATINGS, { roundId: '' })).toThrow('roundId is missing');
});
