import { kindOf } from '@rapport/kernel/ids'
import { emailRows } from '../leads/model.ts'
import { isConverted } from '../leads/rules.ts'
import type { Lead } from '../leads/schema.ts'
import type { Finding } from './finding.ts'
import { isPurged, type Snapshot } from './snapshot.ts'

/** Every address of a live lead has its row, every row its lead, and a converted lead says what became of it. */
export function checkLeads(snapshot: Snapshot): Finding[] {
  const leads = [...snapshot.records.values()].flatMap(({ type, record }) =>
    type.kind === 'lead' ? [record as Lead] : [],
  )
  const converted = new Set(snapshot.rows.conversion.map(({ value }) => value.leadId))
  return [
    ...checkEmails(snapshot, leads),
    ...leads.flatMap((lead) => checkConversion(snapshot, lead)),
    ...checkDeals(snapshot, leads),
    ...leads.flatMap((lead) =>
      isConverted(lead) === converted.has(lead.id)
        ? []
        : [
            {
              code: 'lead.undo_missing',
              ids: [lead.id],
              message: 'What a conversion did is kept for converted leads alone.',
            },
          ],
    ),
  ]
}

/** A conversion that made a deal names it in the lead, and the other way round. */
function checkDeals({ rows }: Snapshot, leads: readonly Lead[]): Finding[] {
  const made = new Map(
    rows.conversion.map(({ value }) => [value.leadId, value.created.find((id) => kindOf(id) === 'opportunity')]),
  )
  return leads.flatMap(({ id, opportunityId, ...lead }) => {
    const deal = made.get(id)
    return !isConverted(lead) || !made.has(id) || deal === opportunityId
      ? []
      : [
          {
            code: 'lead.half_converted',
            ids: [id, ...[deal, opportunityId].filter((of) => of !== undefined)],
            message: 'A converted lead and its conversion name different deals.',
          },
        ]
  })
}

function checkEmails({ rows, records }: Snapshot, leads: readonly Lead[]): Finding[] {
  const nameOf = ({ digest, of }: { digest: string; of: string }): string => `${digest} ${of}`
  const found = new Set(rows['lead-email'].map(({ value }) => nameOf(value)))
  const expected = new Set(leads.flatMap((lead) => emailRows(lead).map(nameOf)))
  return [
    ...leads.flatMap((lead) =>
      emailRows(lead).every((row) => found.has(nameOf(row)))
        ? []
        : [{ code: 'lead.email_missing', ids: [lead.id], message: 'An address of this lead does not lead to it.' }],
    ),
    ...rows['lead-email'].flatMap(({ key, value: { digest, of } }) => {
      if (expected.has(nameOf({ digest, of }))) return []
      const seenVersion = records.get(of)?.record.version
      const message = 'An address leads to a lead that does not have it.'
      return [{ code: 'lead.email_orphan', ids: [of], message, repair: { remove: key, of, seenVersion } }]
    }),
  ]
}

function checkConversion(snapshot: Snapshot, lead: Lead): Finding[] {
  const { id, accountId, contactId, opportunityId } = lead
  const named = [accountId, contactId, opportunityId].filter((of) => of !== undefined)
  if (!isConverted(lead)) {
    return named.length === 0 && lead.status !== 'converted'
      ? []
      : [{ code: 'lead.half_converted', ids: [id, ...named], message: 'A lead that was not converted names records.' }]
  }
  const isWhole = lead.status === 'converted' && accountId !== undefined && contactId !== undefined
  const lost = named.filter((of) => !snapshot.records.has(of) && !isPurged(snapshot, of))
  return isWhole && lost.length === 0
    ? []
    : [{ code: 'lead.half_converted', ids: [id, ...lost], message: 'A converted lead lacks what it was converted to.' }]
}
