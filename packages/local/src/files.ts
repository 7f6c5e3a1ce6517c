import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Clock } from '@rapport/kernel/clock'
import { FILE_BYTES_MAX, isFileKey } from '@rapport/kernel/files'
import { type About, type FileStore, openFileStore } from './file-store.ts'
import { type Verdict, verdictOn } from './signature.ts'

export interface FilesOptions {
  dir: string
  bucket: string
  /** The secret that links and requests are signed with. */
  secret: string
  clock: Clock
}

/** Answers a request for the bucket; false when it is not for it. */
export type FilesDoor = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>

/** A refusal as S3 words it. */
class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string) {
    super(code)
    this.status = status
    this.code = code
  }
}

interface Call {
  request: IncomingMessage
  response: ServerResponse
  key: string
  query: URLSearchParams
  store: FileStore
}

type Operation = (call: Call) => Promise<void>

const UPLOAD_ID = /^[0-9a-f-]{36}$/
const PARTS_BODY_MAX = 2 * 1024 * 1024

/**
 * What we use of S3, over files of this machine and at the address of the CRM itself, so that a browser needs no leave to call
 * it. Signatures, their age and what they hold to are checked as S3 checks them.
 */
export function createFilesDoor({ dir, bucket, secret, clock }: FilesOptions): FilesDoor {
  const store = openFileStore(dir)
  const prefix = `/${bucket}/`
  return async (request, response, path) => {
    if (!path.startsWith(prefix)) return false
    try {
      refuseUnsigned(verdictOn(request, secret, clock()))
      const key = path.slice(prefix.length)
      if (!isFileKey(key)) throw new Refusal(403, 'AccessDenied')
      const query = new URLSearchParams((request.url ?? '').split('?')[1] ?? '')
      await operationFor(request.method ?? '', query)({ request, response, key, query, store })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      refuse(request, response, error)
    }
    return true
  }
}

function refuseUnsigned(verdict: Verdict): void {
  if (verdict === 'wrong') throw new Refusal(403, 'SignatureDoesNotMatch')
  if (verdict !== 'good') throw new Refusal(403, 'AccessDenied')
}

function operationFor(method: string, query: URLSearchParams): Operation {
  const isOfUpload = query.has('uploadId')
  const name = `${method}${query.has('uploads') ? ' uploads' : isOfUpload ? ' upload' : ''}`
  const operation = operations[name]
  if (!operation) throw new Refusal(501, 'NotImplemented')
  if (isOfUpload && !UPLOAD_ID.test(query.get('uploadId') ?? '')) throw new Refusal(404, 'NoSuchUpload')
  return operation
}

const operations: Readonly<Record<string, Operation>> = {
  async PUT({ request, response, key, store }) {
    const about = await store.write(key, request.headers['content-type'] ?? 'application/octet-stream', within(request))
    response.writeHead(200, { etag: about.tag }).end()
  },
  async GET({ request, response, key, query, store }) {
    const about = await aboutOf(store, key)
    const tag = request.headers['if-match']
    if (tag !== undefined && tag !== about.tag) throw new Refusal(412, 'PreconditionFailed')
    const range = rangeIn(request.headers.range, about.bytes)
    const [from, to] = range ?? [0, about.bytes - 1]
    response.writeHead(range ? 206 : 200, {
      ...headersOf(about),
      'content-length': to - from + 1,
      ...(range && { 'content-range': `bytes ${from}-${to}/${about.bytes}` }),
      ...(query.has('response-content-disposition') && {
        'content-disposition': query.get('response-content-disposition') ?? '',
      }),
      // What somebody uploaded stands at the address of the CRM here: no browser may take it for a page of ours.
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
    if (about.bytes === 0) return void response.end()
    // Whoever hangs up has what they wanted.
    await pipeline(store.read(key, from, to), response).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
    })
  },
  async HEAD({ response, key, store }) {
    const about = await aboutOf(store, key)
    response.writeHead(200, { ...headersOf(about), 'content-length': about.bytes }).end()
  },
  async DELETE({ response, key, store }) {
    await store.remove(key)
    response.writeHead(204).end()
  },
  async 'POST uploads'({ request, response, key, store }) {
    const uploadId = await store.begin(key, request.headers['content-type'] ?? 'application/octet-stream')
    xml(
      response,
      200,
      `<InitiateMultipartUploadResult><UploadId>${uploadId}</UploadId></InitiateMultipartUploadResult>`,
    )
  },
  async 'PUT upload'({ request, response, query, store }) {
    const number = Number(query.get('partNumber'))
    if (!Number.isInteger(number) || number < 1 || number > 10_000) throw new Refusal(400, 'InvalidArgument')
    const about = await store.writePart(query.get('uploadId') ?? '', number, within(request))
    if (!about) throw new Refusal(404, 'NoSuchUpload')
    response.writeHead(200, { etag: about.tag }).end()
  },
  async 'POST upload'({ request, response, key, query, store }) {
    if (Number(request.headers['content-length']) > PARTS_BODY_MAX) throw new Refusal(400, 'MalformedXML')
    const body = await text(request)
    const tags = [...body.matchAll(/<ETag>(.*?)<\/ETag>/g)].map((match) => unescaped(match[1] ?? ''))
    const about = await store.complete(key, query.get('uploadId') ?? '', tags)
    if (!about) throw new Refusal(404, 'NoSuchUpload')
    const tag = about.tag.replaceAll('"', '&quot;')
    xml(response, 200, `<CompleteMultipartUploadResult><ETag>${tag}</ETag></CompleteMultipartUploadResult>`)
  },
  async 'DELETE upload'({ response, query, store }) {
    await store.abort(query.get('uploadId') ?? '')
    response.writeHead(204).end()
  },
}

async function aboutOf(store: FileStore, key: string): Promise<About> {
  const about = await store.about(key)
  if (!about) throw new Refusal(404, 'NoSuchKey')
  return about
}

const headersOf = ({ contentType, tag }: About) => ({
  'content-type': contentType,
  etag: tag,
  'accept-ranges': 'bytes',
  'cache-control': 'no-store',
})

/** `bytes=5-9` and `bytes=5-`; first and last byte. Undefined for all of it. */
function rangeIn(header: string | undefined, bytes: number): [number, number] | undefined {
  if (header === undefined) return undefined
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? []
  const from = Number(first)
  if (first === undefined || from >= bytes) throw new Refusal(416, 'InvalidRange')
  return [from, last ? Math.min(Number(last), bytes - 1) : bytes - 1]
}

/** The body, which ends where it was announced to end; more than S3 takes at once is not read. */
function within(request: IncomingMessage): IncomingMessage {
  const bytes = Number(request.headers['content-length'])
  if (!Number.isInteger(bytes)) throw new Refusal(411, 'MissingContentLength')
  if (bytes > FILE_BYTES_MAX) throw new Refusal(400, 'EntityTooLarge')
  return request
}

function refuse(request: IncomingMessage, response: ServerResponse, { status, code }: Refusal): void {
  // What was sent and is not read would be taken for the next request.
  response.setHeader('connection', 'close')
  if (request.method === 'HEAD') response.writeHead(status).end()
  else xml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}

function xml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0" encoding="UTF-8"?>${body}`)
}

const unescaped = (value: string): string => value.replaceAll('&quot;', '"').replaceAll('&#34;', '"')
