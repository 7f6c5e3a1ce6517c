import { stale } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { complete } from '@rapport/kernel/record-plan'
import { fromItem, keyOf } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import { dateAt } from '@rapport/kernel/wall-time'
import { revaluationWrite } from '../exchange-rates/revaluation.ts'
import { occasionOfSettings } from '../exchange-rates/rules.ts'
import { refuseUnkeepable } from '../lead-response/terms.ts'
import { ORGANISATION_ID, organisationType } from './model.ts'
import { Organisation } from './schema.ts'

const Organisations = records<Organisation>(organisationType, async (ctx, { before, next }) => {
  if (next.leadResponse) await refuseUnkeepable(ctx, before?.leadResponse, next.leadResponse)
  const isOther = before !== undefined && before.corporateCurrency !== next.corporateCurrency
  return isOther ? { writes: [revaluationWrite(ctx, next.id, occasionOfSettings(ctx.now))] } : {}
})

/** Kept as long as the request or the message that asked. */
const known = new WeakMap<Ctx, Promise<Organisation>>()

/** How the organisation works: what was set, and defaults for the rest. One request, once per context. */
export function getOrganisation(ctx: Ctx): Promise<Organisation> {
  const found = known.get(ctx) ?? read(ctx).then((stored) => stored ?? unchanged())
  known.set(ctx, found)
  found.catch(() => known.delete(ctx))
  return found
}

/** Today, where the organisation is. */
export const today = async (ctx: Ctx): Promise<string> => dateAt((await getOrganisation(ctx)).timeZone, ctx.now)

/** Throws stale when `expected` is given and is not the current version. */
export const patchOrganisation = (ctx: Ctx, patch: Body, expected?: number): Promise<Organisation> =>
  settle(ctx, async () => {
    const stored = await read(ctx)
    const before = stored ?? unchanged()
    if (expected !== undefined && expected !== before.version) throw stale(before.version)
    return stored ? Organisations.plans.next(ctx, stored, mergePatch(stored, patch)) : planFirst(ctx, before, patch)
  })

/** Version 1 is what nobody has changed yet: it is told, and version 2 is written, when somebody does. */
async function planFirst(ctx: Ctx, before: Organisation, patch: Body): Promise<Change<Organisation>> {
  const made = await Organisations.plans.create(ctx, {}, { id: ORGANISATION_ID })
  const changed = await Organisations.plans.next(ctx, made.answer, mergePatch(made.answer, patch))
  if (changed.events.length === 0) return { ...changed, answer: before }
  return {
    writes: changed.writes.map((write) => ({ ...write, condition: { absent: true } })),
    events: [...made.events, ...changed.events],
    answer: changed.answer,
  }
}

/** Parsed again, so that a setting that is newer than the record has its default. */
async function read(ctx: Ctx): Promise<Organisation | undefined> {
  const item = await ctx.db.table.get(keyOf('organisation', ORGANISATION_ID))
  return item ? complete(organisationType, fromItem(organisationType, item)) : undefined
}

function unchanged(): Organisation {
  const [ownerId] = idBounds('user')
  const stamp = { createdAt: new Date(0).toISOString(), createdBy: 'rapport' }
  return Organisation.parse({
    id: ORGANISATION_ID,
    ownerId,
    visibility: 'everyone',
    version: 1,
    ...stamp,
    updatedAt: stamp.createdAt,
    updatedBy: stamp.createdBy,
  })
}
