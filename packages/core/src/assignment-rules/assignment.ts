import { CrmError } from '@rapport/kernel/errors'
import { takeNumbers } from '@rapport/kernel/numbers'
import { allRights } from '@rapport/kernel/policy'
import { listRecords } from '@rapport/kernel/record-list'
import type { Place } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { readTotals } from '@rapport/kernel/rollup'
import type { Ctx } from '@rapport/kernel/store'
import { openLeadsOf } from '../leads/model.ts'
import type { Member } from '../queues/rules.ts'
import { userType } from '../users/model.ts'
import type { User } from '../users/schema.ts'
import { type LeadFacts, pickTaker, rulesFor, standInFor, takersOf } from './rules.ts'
import { type AssignmentRule, MEMBERS_MAX } from './schema.ts'
import { allRules } from './service.ts'

/** Why a lead is whose it is; it stands in the event of its creation. */
export interface Told {
  ruleId?: string
  ruleVersion?: number
  strategy?: AssignmentRule['strategy']
  /** Of this rule, from 1; absent when there was nobody to choose among, or no time to wait for one. */
  turn?: number
  why: string
  /** Rules that matched, but of which nobody could take the lead. */
  passedOver?: string[]
}

export interface Assignment {
  /** Absent when nobody could take it. */
  place?: Required<Pick<Place, 'ownerId'>> & Pick<Place, 'teamId'>
  told: Told
}

/** Rules of which nobody can take a lead before it stays where it came from. */
const PASSED_OVER_MAX = 5

/**
 * Who gets a new lead by the rules; undefined when none matches. The turn is taken at once and by one at a time, so two leads never
 * take the same one; that of a lead which is not written after all stays unused. The totals of open leads follow the leads within a
 * second or so: of many at once, several may go to the same person before it counts as busier, so equals take turns.
 */
export async function assignmentFor(ctx: Ctx, lead: LeadFacts): Promise<Assignment | undefined> {
  const matching = rulesFor(await allRules(ctx), lead).slice(0, PASSED_OVER_MAX)
  const passedOver: string[] = []
  for (const rule of matching) {
    const takers = await takersFor(ctx, rule)
    if (takers.length > 0) return given(ctx, rule, takers, passedOver)
    passedOver.push(rule.id)
  }
  return passedOver.length > 0 ? { told: { why: 'nobody whom a rule names can take it', passedOver } } : undefined
}

type Taker = Member & { user: User }

async function given(ctx: Ctx, rule: AssignmentRule, takers: Taker[], passedOver: string[]): Promise<Assignment> {
  const { id, version, strategy, assignTo } = rule
  const turn = takers.length > 1 ? await takeTurn(ctx, id) : undefined
  const { taker, why } = pickTaker(takers, strategy, turn === undefined ? (ctx.db.random(1)[0] ?? 0) : turn - 1)
  const teamIds = taker.user.teamIds ?? []
  const teamId = teamIds.find((team) => team === assignTo.teamId) ?? teamIds[0]
  const by = { ruleId: id, ruleVersion: version, strategy, ...(turn === undefined ? {} : { turn }) }
  const isChance = turn === undefined && takers.length > 1
  return {
    place: { ownerId: taker.user.id, teamId },
    told: {
      ...by,
      why: isChance ? `${why}; by chance, because too many came at once` : why,
      ...(passedOver.length > 0 ? { passedOver } : {}),
    },
  }
}

/** The next turn of a rule; undefined when so many leads come at once that it would turn some away. */
async function takeTurn(ctx: Ctx, ruleId: string): Promise<number | undefined> {
  try {
    return await takeNumbers(ctx, `assignment#${ruleId}`)
  } catch (error) {
    if (error instanceof CrmError && error.code === 'table.busy') return undefined
    throw error
  }
}

async function takersFor(ctx: Ctx, { assignTo, strategy }: AssignmentRule): Promise<Taker[]> {
  const [named, team] = await Promise.all([usersOf(ctx, assignTo.userIds ?? []), teamOf(ctx, assignTo.teamId)])
  const people = [...new Map([...named, ...team].map((user) => [user.id, user])).values()]
  const members = await counted(ctx, people, strategy === 'least_busy')
  const standInId = standInFor(members, ctx.now)
  const [standIn] = standInId === undefined ? [] : await counted(ctx, await usersOf(ctx, [standInId]), false)
  return takersOf(members, standIn, ctx.now)
}

async function usersOf(ctx: Ctx, ids: readonly string[]): Promise<User[]> {
  if (ids.length === 0) return []
  const items = await itemsOf(ctx, ids)
  return items.filter(({ deletedAt }) => !deletedAt).map((item) => fromItem(userType, item))
}

/** The first of a team, by the index that lists of people are read from; whoever asks. */
async function teamOf(ctx: Ctx, teamId: string | undefined): Promise<User[]> {
  if (teamId === undefined) return []
  const all = { ...ctx, principal: { ...ctx.principal, rights: allRights } }
  const { data } = await listRecords(all, userType, {
    filter: { memberOf: teamId },
    limit: MEMBERS_MAX,
    sort: 'createdAt',
  })
  return data
}

/** With how many open leads each has, where that makes a difference. */
async function counted(ctx: Ctx, people: readonly User[], isAlways: boolean): Promise<Taker[]> {
  const counts = people.filter(({ capacity }) => isAlways || capacity !== undefined).map(({ id }) => openLeadsOf(id))
  const totals = counts.length > 0 ? await readTotals(ctx, counts) : new Map<string, Record<string, number>>()
  return people.map((user) => ({ user, open: totals.get(openLeadsOf(user.id))?.count ?? 0 }))
}
