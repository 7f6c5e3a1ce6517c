import type { ServerResponse } from 'node:http'

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

/** Answers a problem document, in the form the API itself uses. */
export function sendProblem(
  response: ServerResponse,
  status: number,
  code: string,
  detail: string,
  headers: Record<string, string> = {},
): void {
  const body = JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail, code })
  response
    .writeHead(status, { ...headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    .end(body)
}
