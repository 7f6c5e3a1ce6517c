import type { Context } from 'aws-lambda'
import type { Deps } from './deps.ts'

type Handler = (event: never, context: Context) => unknown

/**
 * The export that Lambda calls: makes the handler from the environment at the first event, so that importing an entry point
 * does nothing. The local cloud and the tests call `create` with dependencies of their own.
 */
export function entry(create: (deps: Deps) => unknown): (event: unknown, context: Context) => Promise<unknown> {
  let made: Promise<Handler> | undefined
  return async (event, context) => {
    made ??= production().then(create) as Promise<Handler>
    return (await made)(event as never, context)
  }
}

async function production(): Promise<Deps> {
  const { productionDeps } = await import('./production.ts')
  return productionDeps(process.env)
}
