import { Controller, Get, Header } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { Allow, SIGNED_IN } from './allow.decorator.js';

/** The schema in its own language, for whoever generates a client. */
@Controller()
export class SchemaController {
  private text: string | undefined;

  constructor(private readonly host: GraphQLSchemaHost) {}

  @Get('schema.graphql')
  @Allow(SIGNED_IN)
  @Header('content-type', 'text/plain; charset=utf-8')
  schema(): string {
    this.text ??= printSchema(lexicographicSortSchema(this.host.schema));
    return this.text;
  }
}
