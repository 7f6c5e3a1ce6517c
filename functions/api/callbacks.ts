import { CallbackAnswer, CallbackRequest } from '@rapport/core/callbacks/schema'
import { requestCallback } from '@rapport/core/callbacks/service'
import { route } from '@rapport/lambda/route'

export const callbacks = [
  route({
    tag: 'callbacks',
    access: 'public',
    method: 'POST',
    path: '/v1/callback',
    id: 'requestCallback',
    summary: 'Ask to be called',
    description:
      'Opens a case that waits for somebody to call, and says until when that is promised. The same answer for everybody: it tells nothing about who is known here.',
    body: CallbackRequest,
    success: { status: 202, schema: CallbackAnswer, description: 'Received.' },
    handle: (ctx, { body }) => requestCallback(ctx, body),
  }),
]
