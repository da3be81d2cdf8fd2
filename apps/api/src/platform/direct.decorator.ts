import { PARAM_ARGS_METADATA } from '@nestjs/graphql';
import { GqlParamtype } from '@nestjs/graphql/dist/enums/gql-paramtype.enum.js';
import { getMetadataStorage } from 'class-validator';
import { fromContext } from './context.decorators.js';

type Named = Readonly<Record<string, unknown>>;
type Value = (source: unknown, args: Named, context: Named) => unknown;
type Method = (...parameters: readonly unknown[]) => unknown;

/** As Nest's parameter decorators note it, by `<kind>:<index>`. */
interface Parameter {
  readonly index: number;
  readonly data?: string;
  readonly factory?: unknown;
  readonly pipes: readonly unknown[];
}

/**
 * Under `@ResolveField`: GraphQL calls the method itself, with its parameters as they are declared. Nest's way of guards,
 * interceptors and pipes does nothing for a field here, and takes several promises per parameter: for a field of a list,
 * more than all the rest. No input is checked beyond its GraphQL types: the method does that.
 * @throws TypeError  at start, for a parameter that would be checked otherwise, or that is not known here
 */
export const Direct =
  () =>
  (prototype: object, name: string | symbol, descriptor: PropertyDescriptor): PropertyDescriptor => {
    const method: Method = descriptor.value;
    const noted: Readonly<Record<string, Parameter>> =
      Reflect.getMetadata(PARAM_ARGS_METADATA, prototype.constructor, name) ?? {};
    const types: readonly (new () => object)[] = Reflect.getMetadata('design:paramtypes', prototype, name);
    const values = Object.entries(noted)
      .toSorted(([, a], [, b]) => a.index - b.index)
      .map(([key, parameter]) => valueOf(key.split(':')[0] ?? '', parameter, types[parameter.index]));
    // Nest passes on untouched what has no parameters; the schema knows the arguments from elsewhere.
    Reflect.deleteMetadata(PARAM_ARGS_METADATA, prototype.constructor, name);
    return {
      ...descriptor,
      value(this: object, source: unknown, args: Named, context: Named): unknown {
        return method.apply(
          this,
          values.map((value) => value(source, args, context)),
        );
      },
    };
  };

function valueOf(kind: string, { data, factory, pipes }: Parameter, type?: new () => object): Value {
  if (pipes.length > 0 || (type && hasRules(type)))
    throw new TypeError('What a direct field takes is not checked on its way');
  if (kind === String(GqlParamtype.ROOT)) return (source) => source;
  if (kind === String(GqlParamtype.ARGS))
    return data === undefined ? (_, args) => args : (_, args) => args[data];
  if (factory === fromContext && data !== undefined) return (_, _args, context) => context[data];
  throw new TypeError('A direct field takes its parent, arguments, and what the request knows');
}

const hasRules = (type: new () => object): boolean =>
  getMetadataStorage().getTargetValidationMetadatas(type, '', false, false).length > 0;
