import { randomUUID } from 'node:crypto'
import type { Deps } from '@rapport/lambda/deps'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import type { Context } from 'aws-lambda'

/** A handler as a function's module makes it: `export const create = (deps) => handler`. */
export type Handler = (event: never, context: Context) => Promise<unknown>

export interface FunctionModule {
  create(deps: Deps): Handler | Promise<Handler>
}

export type LoadFunction = (spec: FunctionSpec) => Promise<FunctionModule>

export interface LocalFunction {
  spec: FunctionSpec
  /** Runs it as AWS would: own request id, and an end after its timeout. */
  invoke(event: unknown): Promise<unknown>
}

/** The modules under `functions/` of this repository. */
export const loadFromRepository: LoadFunction = async ({ entry }) =>
  (await import(new URL(`../../../functions/${entry}.ts`, import.meta.url).href)) as FunctionModule

export async function loadFunctions(
  manifest: readonly FunctionSpec[],
  load: LoadFunction,
  deps: Deps,
): Promise<LocalFunction[]> {
  return Promise.all(
    manifest.map(async (spec) => {
      const { create } = await load(spec)
      const handler = await create(deps)
      // Which event a handler takes follows from its trigger in the manifest.
      return { spec, invoke: (event) => withTimeout(spec, (context) => handler(event as never, context)) }
    }),
  )
}

async function withTimeout(spec: FunctionSpec, run: (context: Context) => Promise<unknown>): Promise<unknown> {
  const timeoutMs = spec.timeoutS * 1_000
  const endsAt = performance.now() + timeoutMs
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${spec.name} timed out after ${spec.timeoutS} s.`)), timeoutMs)
  })
  try {
    return await Promise.race([run(contextOf(spec, endsAt)), timeout])
  } finally {
    clearTimeout(timer)
  }
}

const contextOf = (spec: FunctionSpec, endsAt: number): Context => ({
  functionName: spec.name,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:us-east-1:000000000000:function:${spec.name}`,
  memoryLimitInMB: String(spec.memoryMb),
  awsRequestId: randomUUID(),
  logGroupName: `/rapport/local/${spec.name}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  // Callbacks of Node 0.10 that the type still asks for.
  done: () => {},
  fail: () => {},
  succeed: () => {},
})
