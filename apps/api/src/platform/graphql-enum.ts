/** GraphQL names enum values by the keys of the object: `{ READY_NOW: 'READY_NOW' }` from `{ ReadyNow: 'READY_NOW' }`. */
export function graphqlEnum<Value extends string>(
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.values(values).map((value) => [value, value]));
}
