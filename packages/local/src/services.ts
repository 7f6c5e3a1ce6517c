import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { ZodError } from 'zod'
import { AwsError } from './aws-error.ts'
import { listen } from './listen.ts'

/** An operation of a service that speaks JSON, by its `X-Amz-Target`, such as `AWSEvents.PutEvents`. */
export type JsonOperations = Record<string, (input: unknown) => unknown>

/** An operation of a service that speaks forms and XML, by its `Action`. */
export type FormOperations = Record<string, (form: URLSearchParams) => Promise<string>>

export interface Services {
  endpoint: string
  stop(): Promise<void>
}

/** One endpoint for the AWS services that no maintained package offers locally. The AWS SDK talks to it unchanged. */
export async function startServices(json: JsonOperations, form: FormOperations): Promise<Services> {
  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refuse(response, error))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const target = request.headers['x-amz-target']
    if (typeof target === 'string') {
      const operation = json[target]
      if (!operation) throw new AwsError('UnknownOperationException', `${target} is not offered locally.`)
      return send(response, 200, 'application/x-amz-json-1.1', JSON.stringify(await operation(JSON.parse(body))))
    }
    const parameters = new URLSearchParams(body)
    const operation = form[parameters.get('Action') ?? '']
    if (!operation) throw new AwsError('InvalidAction', 'This action is not offered locally.')
    send(response, 200, 'text/xml', await operation(parameters))
  }

  const port = await listen(server, 0)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const [status, code] = classify(error)
  const message = error instanceof Error ? error.message : String(error)
  send(response, status, 'application/x-amz-json-1.1', JSON.stringify({ __type: code, message }))
}

function classify(error: unknown): [status: number, code: string] {
  if (error instanceof AwsError) return [400, error.code]
  return error instanceof ZodError ? [400, 'ValidationException'] : [500, 'InternalFailure']
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'x-amzn-requestid': randomUUID() }).end(body)
}
