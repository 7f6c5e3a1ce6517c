export interface RouteLine {
  method: string
  /** Such as `/v1/accounts/{id}`. */
  path: string
}

export type Match =
  | { kind: 'found'; routeKey: string; pathParameters: Record<string, string> }
  | { kind: 'method'; allow: string[] }
  | { kind: 'none' }
  /** A percent sign that encodes nothing. */
  | { kind: 'malformed' }

interface Node {
  literals: Map<string, Node>
  parameter?: Node
  /** Path by method: parameters may be named differently per route. */
  paths: Map<string, string>
}

/** Finds the route of a request as API Gateway does: a literal segment wins over a parameter. */
export function createRouter(routes: readonly RouteLine[]): (method: string, path: string) => Match {
  const root = node()
  for (const { method, path } of routes) {
    let at = root
    for (const segment of segmentsOf(path)) at = isParameter(segment) ? parameterOf(at) : literalOf(at, segment)
    at.paths.set(method, path)
  }
  return (method, path) => {
    const segments = segmentsOf(path)
    const found = candidates(root, segments)
    const withMethod = found.find(({ paths }) => paths.has(method))
    const template = withMethod?.paths.get(method)
    if (template === undefined) {
      const allow = [...new Set(found.flatMap(({ paths }) => [...paths.keys()]))].sort()
      return allow.length > 0 ? { kind: 'method', allow } : { kind: 'none' }
    }
    try {
      return { kind: 'found', routeKey: `${method} ${template}`, pathParameters: parametersOf(template, segments) }
    } catch {
      return { kind: 'malformed' }
    }
  }
}

const node = (): Node => ({ literals: new Map(), paths: new Map() })

const segmentsOf = (path: string): string[] => path.slice(1).split('/')

const isParameter = (segment: string): boolean => segment.startsWith('{')

function literalOf(at: Node, segment: string): Node {
  const next = at.literals.get(segment) ?? node()
  at.literals.set(segment, next)
  return next
}

function parameterOf(at: Node): Node {
  at.parameter ??= node()
  return at.parameter
}

/** The ends of all ways through the tree that these segments allow, the most literal first. */
function candidates(at: Node, segments: readonly string[]): Node[] {
  const [segment, ...rest] = segments
  if (segment === undefined) return at.paths.size > 0 ? [at] : []
  const literal = at.literals.get(segment)
  const { parameter } = at
  return [
    ...(literal ? candidates(literal, rest) : []),
    ...(parameter && segment !== '' ? candidates(parameter, rest) : []),
  ]
}

function parametersOf(template: string, segments: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    segmentsOf(template).flatMap((part, i) =>
      isParameter(part) ? [[part.slice(1, -1), decodeURIComponent(segments[i] ?? '')]] : [],
    ),
  )
}
