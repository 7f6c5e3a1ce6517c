import { exchange } from '@rapport/kernel/money'
import { cardOf } from '../opportunities/board-rules.ts'
import { totalOf } from '../opportunities/line-rules.ts'
import type { DealLine } from '../opportunities/line-schema.ts'
import { orderOf } from '../opportunities/model.ts'
import { openAmountOf } from '../opportunities/open-amounts.ts'
import type { Opportunity, StageChange } from '../opportunities/schema.ts'
import type { Card } from '../pipelines/schema.ts'
import { checkDerived } from './derived.ts'
import type { Finding } from './finding.ts'
import { grouped, same } from './same.ts'
import { isPurged, type Row, type Snapshot } from './snapshot.ts'

/** The steps of a deal lead, one after the other, to the stage it is in, and its card stands where it does. */
export function checkDeals(snapshot: Snapshot): Finding[] {
  const deals = [...snapshot.records.values()].flatMap(({ type, record }) =>
    type.kind === 'opportunity' ? [record as Opportunity] : [],
  )
  const steps = grouped(snapshot.rows['stage-change'], ({ value }) => value.opportunityId)
  const cards = grouped(snapshot.rows.card, ({ value }) => value.of)
  const lines = grouped(snapshot.rows['deal-lines'], ({ value }) => value.opportunityId)
  return [
    ...deals.flatMap((deal) => [
      ...checkSteps(deal, steps.get(deal.id) ?? []),
      ...checkCard(deal, cards.get(deal.id) ?? []),
      ...checkLines(deal, lines.get(deal.id) ?? []),
      ...checkConverted(deal),
    ]),
    ...checkDerived(
      { missing: 'deal.amount_missing', wrong: 'deal.amount_wrong', orphan: 'deal.amount_orphan' },
      deals.flatMap((deal) => {
        const value = openAmountOf(deal)
        return value ? [{ place: `${value.currency} ${value.of}`, value, ids: [deal.id] }] : []
      }),
      snapshot.rows['open-amount'].map(({ key, value }) => ({ key, value, place: `${value.currency} ${value.of}` })),
    ),
    ...[...steps].flatMap(([of, rows]) => orphans(snapshot, of, rows)),
    ...[...cards].flatMap(([of, rows]) => orphans(snapshot, of, rows)),
    ...[...lines].flatMap(([of, rows]) => orphans(snapshot, of, rows)),
  ]
}

function checkSteps(deal: Opportunity, rows: readonly Row<StageChange & { step: string }>[]): Finding[] {
  const steps = rows.map(({ value }) => value).sort((a, b) => a.order - b.order)
  const last = steps.at(-1)
  const isChain = steps.every((step, index) => {
    const before = steps[index - 1]
    return step.order === index + 1 && step.step === orderOf(step.order) && step.from === before?.to
  })
  const isHere =
    last?.to === deal.stageId &&
    last.pipelineId === deal.pipelineId &&
    last.status === deal.status &&
    last.at === deal.stageEnteredAt &&
    last.order === deal.stageCount &&
    last.version <= deal.version
  return isChain && isHere
    ? []
    : [{ code: 'deal.steps', ids: [deal.id], message: 'The steps of a deal do not lead to the stage it is in.' }]
}

function checkCard(deal: Opportunity, rows: readonly Row<Card>[]): Finding[] {
  const wanted = cardOf(deal)
  const finding = (code: string, message: string): Finding[] => [{ code, ids: [deal.id], message }]
  if (!wanted) return rows.length > 0 ? finding('deal.card_needless', 'A deal that is not open has a card.') : []
  if (rows.length === 0) return finding('deal.card_missing', 'An open deal stands on no board.')
  return rows.length === 1 && same(rows[0]?.value, wanted)
    ? []
    : finding('deal.card_wrong', 'A card says something else than its deal.')
}

function checkLines(deal: Opportunity, rows: readonly Row<{ revision: number; lines: DealLine[] }>[]): Finding[] {
  const { linesRevision = 0, lineCount = 0, amount } = deal
  const { revision, lines } = rows[0]?.value ?? { revision: 0, lines: [] }
  const isSum = lines.length === 0 || same(totalOf(lines), amount)
  return revision === linesRevision && lines.length === lineCount && isSum
    ? []
    : [{ code: 'deal.lines', ids: [deal.id], message: 'The lines of a deal do not come to its amount.' }]
}

/** What a deal comes to in the currency of the organisation is its amount at the rate that it says. */
function checkConverted({ id, amount, converted }: Opportunity): Finding[] {
  if (!converted) return []
  const { corporate, rate } = converted
  const isRight = amount !== undefined && same(exchange(amount, rate, corporate.currency), corporate)
  return isRight
    ? []
    : [{ code: 'deal.converted', ids: [id], message: 'A converted amount is not the amount of the deal at its rate.' }]
}

function orphans(snapshot: Snapshot, of: string, rows: readonly Row<unknown>[]): Finding[] {
  if (snapshot.records.has(of)) return []
  const code = isPurged(snapshot, of) ? 'deal.leftover' : 'deal.orphan'
  const message = 'Something of a deal is there without the deal.'
  return rows.map(({ key }) => ({ code, ids: [of], message, repair: { remove: key, of, seenVersion: undefined } }))
}
