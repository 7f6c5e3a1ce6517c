/** Whether two values would be stored alike; the order of properties does not count. */
export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** Properties in which two objects differ, in order. */
export const differing = (a: object, b: object): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((name) => !same(a[name as never], b[name as never]))
    .sort()

export const canonical = (value: unknown): string => JSON.stringify(value, sorted) ?? ''

const sorted = (_: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** The values of a list under their keys. */
export function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
