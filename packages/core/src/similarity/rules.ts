/** How alike two texts are, 0 to 1, by Jaro's measure with Winkler's bonus for a common beginning. https://www.census.gov/content/dam/Census/library/working-papers/1991/adrm/rr91-9.pdf */
export function jaroWinkler(a: string, b: string): number {
  const alike = jaro([...a], [...b])
  return alike + prefixLength(a, b) * PREFIX_WEIGHT * (1 - alike)
}

const PREFIX_WEIGHT = 0.1
const PREFIX_MAX = 4

function jaro(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Set<number>()
  const common = a.flatMap((character, index) => {
    for (let at = Math.max(0, index - reach); at <= Math.min(b.length - 1, index + reach); at++) {
      if (b[at] !== character || taken.has(at)) continue
      taken.add(at)
      return [character]
    }
    return []
  })
  if (common.length === 0) return 0
  const other = b.filter((_, index) => taken.has(index))
  const moved = common.filter((character, index) => character !== other[index]).length / 2
  return (common.length / a.length + common.length / b.length + (common.length - moved) / common.length) / 3
}

function prefixLength(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  const differing = left.slice(0, PREFIX_MAX).findIndex((character, index) => character !== right[index])
  return differing < 0 ? Math.min(PREFIX_MAX, left.length) : differing
}
