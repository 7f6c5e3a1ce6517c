import { isAutomatic } from '@rapport/core/case-mail/rules'
import { receive } from '@rapport/core/inbound-mail/service'
import { systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { reportIn } from '@rapport/lambda/notification'
import { queueHandler } from '@rapport/lambda/queue'
import * as z from 'zod'

const verdict = z.object({ status: z.string() }).optional()

/**
 * A letter as SES publishes it, whole, in base 64.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html
 */
const Receipt = z.object({
  notificationType: z.literal('Received'),
  mail: z.object({ messageId: z.string().min(1).max(200), source: z.string().max(1000).optional() }),
  receipt: z.object({
    recipients: z.array(z.string().max(1000)).max(1000),
    spamVerdict: verdict,
    virusVerdict: verdict,
    dmarcVerdict: verdict,
  }),
  content: z.string(),
})

/** Takes letters in. The parser is only loaded here, and only when a letter comes. */
export const create = (deps: Deps) =>
  queueHandler(deps, async (runtime, body) => {
    const report = reportIn(body)
    if (report === undefined) return
    const { mail, receipt, content } = Receipt.parse(report)
    const { parseMail } = await import('@rapport/lambda/parse-mail')
    const parsed = await parseMail(Buffer.from(content, 'base64'))
    // Without a sender nobody can be answered: SES has refused almost all of these before.
    const from = parsed.from ?? deps.env.MAIL_FROM.replace(/^.*<|>$/g, '')
    const verdicts = [receipt.spamVerdict, receipt.virusVerdict, receipt.dmarcVerdict]
    await receive(systemCtx(runtime, 'receive-mail', mail.messageId), {
      ...parsed,
      from,
      messageId: parsed.messageId ?? mail.messageId,
      recipients: [...receipt.recipients, parsed.recipients].join(' '),
      isAutomatic: isAutomatic({ ...parsed.marks, from }),
      isSuspect: verdicts.some((given) => given?.status === 'FAIL'),
    })
  })

export const handler = entry(create)
