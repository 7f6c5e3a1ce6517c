import { recordType } from '@rapport/kernel/record-type'
import { InboundMail, InboundOutcome } from './schema.ts'

export const inboundMailType = recordType<InboundMail>({
  kind: 'inboundMail',
  plural: 'inbound-mail',
  name: 'InboundMail',
  schema: InboundMail,
  fields: {},
  isAssignable: false,
  visibility: 'owner',
  lists: ['all'],
  /** The same letter delivered twice is one letter. */
  unique: (mail) => [{ scope: 'inboundMail.message', value: mail.messageId }],
  filters: { outcome: InboundOutcome },
  facets: (mail) => [{ field: 'outcome', value: mail.outcome }],
  search: (mail) => ({ words: [mail.subject, mail.fromName], values: [mail.from] }),
  above: (mail) => mail.caseId,
  quiet: ['body'],
})
