import { expect, it } from '@jest/globals';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Max } from 'class-validator';
import { ContextLoaders } from './context.decorators.js';
import { Direct } from './direct.decorator.js';
import { IdPipe } from './id.pipe.js';

@ArgsType()
class Plain {
  @Field(() => Int, { nullable: true }) first?: number;
}
@ArgsType()
class Ruled {
  @Field(() => Int) @Max(100) first: number;
}

it('passes a field its parent, its arguments and what the request knows, in the order declared', () => {
  @Resolver(() => Object)
  class Fields {
    constructor(private readonly name: string) {}

    @ResolveField(() => [String])
    @Direct()
    all(
      @ContextLoaders() loaders: unknown,
      @Args('one', { type: () => Int }) one: number,
      @Parent() parent: object,
      @Args() args: Plain,
    ): unknown[] {
      return [this.name, loaders, one, parent, args];
    }
  }
  const loaders = { a: 1 };
  const resolve: (...given: any[]) => unknown[] = Fields.prototype.all.bind(new Fields('own'));
  const args = { one: 1, first: 2 };
  expect(resolve('parent', args, { loaders }, {})).toEqual(['own', loaders, 1, 'parent', args]);
});

it('does not start with a field whose rules or pipes would not be asked', () => {
  expect(() => {
    class Fields {
      @ResolveField(() => Int)
      @Direct()
      ruled(@Args() { first }: Ruled): number {
        return first;
      }
    }
    return Fields;
  }).toThrow(TypeError);
  expect(() => {
    class Fields {
      @ResolveField(() => Int)
      @Direct()
      piped(@Args('id', IdPipe) id: string): string {
        return id;
      }
    }
    return Fields;
  }).toThrow(TypeError);
});
