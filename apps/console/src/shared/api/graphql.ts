import type { initGraphQLTada, ResultOf, TadaDocumentNode } from 'gql.tada';
import type { introspection } from './schema-types.d.ts';

interface Setup {
  readonly introspection: introspection;
  readonly scalars: { Date: string; DateTime: string };
  readonly disableMasking: true;
}
type Graphql = ReturnType<typeof initGraphQLTada<Setup>>;

/** What a typed document is when the console runs: its text. Types are read off the text by the compiler, so nothing parses it here. */
interface DocumentText {
  readonly texts: ReadonlySet<string>;
}

const documentText = (text: string, fragments: readonly DocumentText[] = []): DocumentText => ({
  texts: new Set([text, ...fragments.flatMap(({ texts }) => [...texts])]),
});

/** Types a document of GraphQL against the schema of the API. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the types describe the text; there is nothing else at run time
export const graphql = documentText as unknown as Graphql;

export type { ResultOf };
export type TypedDocument<Result, Variables> = TadaDocumentNode<Result, Variables>;

/** As it is sent, each fragment once. */
export const textOf = (document: TypedDocument<unknown, never>): string =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by `graphql` above
  [...(document as unknown as DocumentText).texts].join('\n');
