import type { Action } from '@rapport/kernel/policy'
import type { Ctx } from '@rapport/kernel/store'
import type * as z from 'zod'

/** What a route needs: nobody in particular, anybody signed in, or a right on a kind of record. */
export type Access = 'public' | 'signed-in' | { action: Action; kind: string }

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Reply {
  body?: unknown
  /** Version of the record, sent as ETag. */
  version?: number
  location?: string
  /** Another type than JSON; then the body is text. */
  contentType?: string
  status?: number
}

/** Everything about one operation: router, gateway, OpenAPI document, rights and contract tests are made from it. */
export interface Route {
  method: Method
  /** `/v1/contacts/{id}`; literal segments win over parameters. */
  path: string
  /** operationId in the API document and name in the client. */
  id: string
  tag: string
  summary: string
  description?: string
  access: Access
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** The body may also come from a form of a page without scripts; then it is flat. */
  takesForms?: boolean
  /** `created` says what a 201 means where the usual answer is 200. */
  success: {
    status: 200 | 201 | 202 | 204
    schema?: z.ZodType
    description: string
    created?: string
    contentType?: string
  }
  /** Statuses it can answer besides those that follow from its form. */
  fails?: readonly number[]
  /** The reply carries the version as ETag, and the request may carry If-None-Match. */
  hasEtag?: boolean
  /** The request may carry If-Match. */
  takesIfMatch?: boolean
  /** What a browser is shown where a program gets a problem document: the people of a page read no JSON. */
  refusal?(problem: Refusal): string
  /** The kind of record the path identifies, for 404. */
  kind?: string
  handle(ctx: Ctx, input: Input): Promise<unknown>
  /** From what the service answered to what is sent; also used to replay a kept answer. */
  reply(ctx: Ctx, answer: unknown): Reply
}

export interface Refusal {
  status: number
  detail: string
  requestId: string
}

export interface Input {
  params: Record<string, string>
  query: Record<string, unknown>
  body: unknown
  /** Version named by If-Match. */
  ifMatch?: number
  sourceIp: string
  /** The web page a browser sends from, as it says. */
  origin?: string
}

type ShapeOf<S> = S extends z.ZodType ? z.infer<S> : undefined

export type TypedInput<P, Q, B> = Omit<Input, 'params' | 'query' | 'body'> & {
  params: P extends z.ZodType ? z.infer<P> : Record<string, never>
  query: Q extends z.ZodType ? z.infer<Q> : Record<string, never>
  body: ShapeOf<B>
}

export interface RouteDefinition<P, Q, B, A> extends Omit<Route, 'params' | 'query' | 'body' | 'handle' | 'reply'> {
  params?: P
  query?: Q
  body?: B
  handle(ctx: Ctx, input: TypedInput<P, Q, B>): Promise<A>
  reply?(ctx: Ctx, answer: A): Reply
}

/** Types a route's handler by its schemas. */
export function route<
  A,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(definition: RouteDefinition<P, Q, B, A>): Route {
  // The handler is only called with input that its own schemas parsed, and its reply only with its own answer.
  return { reply: (_ctx: Ctx, answer: A) => ({ body: answer }), ...definition } as unknown as Route
}

/** As API Gateway names it. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`
