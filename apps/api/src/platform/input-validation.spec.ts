import { expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsPositive, Max, ValidateNested } from 'class-validator';
import { inputValidation } from './input-validation.js';

class Need {
  @IsPositive() weight: number;
  @Max(5) level: number;
}
class Needs {
  @ValidateNested({ each: true })
  @Type(() => Need)
  requirements: Need[];
}
class Page {
  @Max(100) first: number;
}

const faultsOf = (value: object, metatype: new () => object, data?: string) =>
  inputValidation.transform(value, { type: 'body', metatype, data }).then(
    () => [],
    (error: { code: string; fields: { path: string }[] }) => [
      error.code,
      ...error.fields.map(({ path }) => path),
    ],
  );

it('tells every fault at once, each with the path from the argument down', async () => {
  const value = {
    requirements: [
      { weight: 0, level: 6 },
      { weight: 1, level: 2 },
      { weight: -1, level: 1 },
    ],
  };
  expect(await faultsOf(value, Needs, 'input')).toEqual([
    'INVALID_INPUT',
    'input.requirements.0.weight',
    'input.requirements.0.level',
    'input.requirements.2.weight',
  ]);
});

it('names an argument of a class of arguments by its own name', async () => {
  expect(await faultsOf({ first: 101 }, Page)).toEqual(['INVALID_INPUT', 'first']);
});

it('refuses what the class does not know', async () => {
  expect(await faultsOf({ requirements: [], extra: 1 }, Needs, 'input')).toEqual([
    'INVALID_INPUT',
    'input.extra',
  ]);
});

it('lets a good value through', async () => {
  expect(await faultsOf({ first: 100 }, Page)).toEqual([]);
});
