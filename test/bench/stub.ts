import { Readable } from 'node:stream'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/**
 * Replaces the socket of a client: the first reply of each kind of request comes from the engine, every later one is that reply
 * again. What is left is the work of the handler and of the SDK. The same for both variants.
 */
export function stubbed(client: DynamoDBClient): void {
  const real = client.config.requestHandler
  const known = new Map<string, { statusCode: number; headers: Record<string, string>; text: string }>()
  client.config.requestHandler = {
    ...real,
    metadata: { handlerProtocol: 'http/1.1' },
    destroy: () => real.destroy?.(),
    handle: async (request: { headers: Record<string, string>; body?: Uint8Array | string }, options: unknown) => {
      const name = `${request.headers['x-amz-target']} ${nameOf(Buffer.from(request.body ?? '').toString())}`
      const kept = known.get(name)
      if (kept) return { response: replyOf(kept) }
      const { response } = await real.handle(request as never, options as never)
      const text = await textOf(response.body as Readable)
      const fresh = { statusCode: response.statusCode, headers: response.headers as Record<string, string>, text }
      // A record that is not there yet may be there next time.
      const isAbsent = name.includes('GetItem') && !/"(Item|Responses)"/.test(text)
      if (response.statusCode === 200 && !isAbsent) known.set(name, fresh)
      return { response: replyOf(fresh) }
    },
  } as unknown as typeof real
}

/** Gets of the user, of a guard and of the signing key differ in their reply, so they are told apart; records are not. */
const nameOf = (body: string): string => /"(usr_|unique#|secret#)/.exec(body.slice(0, 200))?.[1] ?? ''

const replyOf = ({
  statusCode,
  headers,
  text,
}: {
  statusCode: number
  headers: Record<string, string>
  text: string
}) => ({
  statusCode,
  headers,
  body: Readable.from([Buffer.from(text)]),
})

async function textOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of body) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
