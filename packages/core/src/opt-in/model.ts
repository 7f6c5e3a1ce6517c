import { defineItem } from '@rapport/kernel/model'

/** That a letter has asked an address: nobody can make us write to it more than once a day. */
interface Asked {
  leadId: string
  digest: string
  /** The event that asked for the letter. */
  eventId: string
  at: string
  expiresAtS: number
}

export const askedModel = defineItem<Asked>({
  name: 'opt-in-letter',
  attributes: ['leadId', 'digest', 'eventId', 'at', 'expiresAtS'],
  record: { partition: '${leadId}', sort: 'opt-in#${digest}' },
})
