import { kindOf } from '@rapport/kernel/ids'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem, keyOf } from '@rapport/kernel/record-type'
import { facetItem, facetModel, projectedModel, tokenItem, tokenModel } from '@rapport/kernel/search'
import { type Ctx, commit, VersionConflict, type Write } from '@rapport/kernel/store'
import type { Condition, Key } from '@rapport/kernel/table'
import { projectionOf } from '../search/service.ts'
import type { Finding, Repair } from './finding.ts'
import { canonical } from './same.ts'
import { checkedTypes } from './service.ts'

export interface Repaired {
  repaired: number
  /** Findings that are left: nothing says what would be right, or the record changed meanwhile. */
  left: Finding[]
}

/** Rows taken away per transaction, beside what is written. */
const ROWS_MAX = 40

/** Puts right what follows from the records. Each repair holds only while its record is as it was when it was looked at. */
export async function repair(ctx: Ctx, findings: readonly Finding[]): Promise<Repaired> {
  const left = findings.filter((finding) => !finding.repair)
  const byRepair = new Map(findings.map((finding) => [canonical(finding.repair), finding]))
  let repaired = 0
  for (const finding of byRepair.values()) {
    if (!finding.repair) continue
    if (await carriedOut(ctx, finding.repair)) repaired++
    else left.push(finding)
  }
  return { repaired, left }
}

async function carriedOut(ctx: Ctx, repair: Repair): Promise<boolean> {
  try {
    await ('reproject' in repair ? reproject(ctx, repair.reproject, repair.rows) : remove(ctx, repair))
    return true
  } catch (error) {
    if (error instanceof VersionConflict) return false
    throw error
  }
}

async function remove(ctx: Ctx, { remove: row, of, seenVersion }: Extract<Repair, { remove: Key }>): Promise<void> {
  const kind = kindOf(of)
  const condition: Condition = seenVersion === undefined ? { absent: true } : { equals: { version: seenVersion } }
  const check: Write[] = kind ? [{ check: keyOf(kind, of), condition }] : []
  await commit(ctx, { writes: [...check, { delete: row }], events: [], answer: undefined })
}

async function reproject(ctx: Ctx, id: string, rows: readonly Key[]): Promise<void> {
  const kind = kindOf(id)
  const type = checkedTypes.find((one) => one.kind === kind)
  const [item] = await itemsOf(ctx, [id])
  if (!kind || !type || !item) throw new VersionConflict()
  const next = projectionOf(type, fromItem(type, item))
  const puts = [
    ...next.tokens.map((token) => tokenModel.item(tokenItem(token, id))),
    ...next.facets.map((facet) => facetModel.item(facetItem(kind, facet, id))),
  ]
  const wanted = new Set(puts.map(({ pk, sk }) => `${pk} ${sk}`))
  const stray = rows.filter(({ pk, sk }) => !wanted.has(`${pk} ${sk}`))
  const check: Write = { check: keyOf(kind, id), condition: { equals: { version: item.version } } }
  for (let at = 0; at < stray.length; at += ROWS_MAX) {
    const gone = stray.slice(at, at + ROWS_MAX).map((row) => ({ delete: row }))
    await commit(ctx, { writes: [check, ...gone], events: [], answer: undefined })
  }
  await commit(ctx, {
    writes: [check, { put: projectedModel.item(next) }, ...puts.map((put) => ({ put }))],
    events: [],
    answer: undefined,
  })
}
