import { isAutomatic } from '@rapport/core/case-mail/rules'
import { receive } from '@rapport/core/inbound-mail/service'
import type { Files } from '@rapport/kernel/files'
import { isLetterKey } from '@rapport/kernel/files'
import { systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { queueHandler } from '@rapport/lambda/queue'
import * as z from 'zod'

/**
 * What S3 tells about a letter that SES stored, through EventBridge. The letter itself is read from the bucket: an event says where
 * it stands, never what it says. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
const Arrival = z.object({
  'detail-type': z.literal('Object Created'),
  time: z.iso.datetime(),
  detail: z.object({
    bucket: z.object({ name: z.string().min(3).max(63) }),
    object: z.object({ key: z.string().min(1).max(1024), size: z.int().min(0) }),
  }),
})

/** Bytes of a letter that SES stores. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-s3.html */
const LETTER_BYTES_MAX = 40 * 1024 * 1024

/** What SES stores when the rule is made, to see whether it may. */
const SETUP_KEY = 'mail/AMAZON_SES_SETUP_NOTIFICATION'

/** Takes letters in. The parser is only loaded here, and only when a letter comes. */
export const create = (deps: Deps) =>
  queueHandler(deps, async (runtime, body) => {
    const { detail, time } = Arrival.parse(body)
    const { key, size } = detail.object
    if (key === SETUP_KEY) return
    if (detail.bucket.name !== deps.env.FILES_BUCKET || !isLetterKey(key)) throw new Error('This is no letter of ours.')
    if (size > LETTER_BYTES_MAX) throw new Error('This letter is larger than SES stores.')
    const raw = await bytesOf(runtime.db.files, key)
    const { parseMail } = await import('@rapport/lambda/parse-mail')
    const { verdicts, ...parsed } = await parseMail(raw)
    // Without a sender nobody can be answered: SES has refused almost all of these before.
    const from = parsed.from ?? deps.env.MAIL_FROM.replace(/^.*<|>$/g, '')
    const id = key.slice(key.indexOf('/') + 1)
    await receive(systemCtx(runtime, 'receive-mail', id.slice(0, 64)), {
      ...parsed,
      from,
      messageId: parsed.messageId ?? id,
      isAutomatic: isAutomatic({ ...parsed.marks, from }),
      isSuspect: verdicts.isForged || [verdicts.spam, verdicts.virus].includes('FAIL'),
      isScanned: verdicts.virus === 'PASS',
      receivedAt: new Date(time),
    })
  })

async function bytesOf(files: Files, key: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await files.get(key)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export const handler = entry(create)
