import { randomBytes } from 'node:crypto'
import type { Role } from '@rapport/core/access/roles'
import { userCaller } from '@rapport/core/access/service'
import { foldEmail } from '@rapport/core/shared/rules'
import { teamType } from '@rapport/core/teams/model'
import type { User } from '@rapport/core/users/schema'
import { Users } from '@rapport/core/users/service'
import { createIds } from '@rapport/kernel/ids'
import { records } from '@rapport/kernel/records'
import { fold } from '@rapport/kernel/search'
import { type Ctx, holderOf } from '@rapport/kernel/store'
import { type Runtime, runtime, systemCtx } from '@rapport/lambda/context'
import type { Cloud } from './cloud.ts'
import { tellStory } from './story.ts'

interface Person {
  name: string
  email: string
  role: Role
  team?: 'Sales' | 'Service'
  manager?: string
  timeZone: string
  title: string
}

/** One person per role at least, in two teams, below one another as in a small company. */
const people: readonly Person[] = [
  {
    name: 'Ada Admin',
    email: 'admin@rapport.example',
    role: 'admin',
    timeZone: 'Europe/Berlin',
    title: 'CRM administrator',
  },
  {
    name: 'Mai Trần',
    email: 'manager@rapport.example',
    role: 'manager',
    team: 'Sales',
    timeZone: 'Asia/Ho_Chi_Minh',
    title: 'Head of sales',
  },
  {
    name: 'Somchai Srisuk',
    email: 'rep@rapport.example',
    role: 'rep',
    team: 'Sales',
    manager: 'manager@rapport.example',
    timeZone: 'Asia/Bangkok',
    title: 'Account executive',
  },
  {
    name: 'Noa Levi',
    email: 'rep2@rapport.example',
    role: 'rep',
    team: 'Service',
    timeZone: 'Asia/Jerusalem',
    title: 'Field engineer',
  },
  {
    name: 'Maria Santos',
    email: 'marketing@rapport.example',
    role: 'marketing',
    timeZone: 'Asia/Manila',
    title: 'Campaign manager',
  },
  {
    name: 'Jonas Weber',
    email: 'agent@rapport.example',
    role: 'agent',
    team: 'Service',
    timeZone: 'Europe/Berlin',
    title: 'Support agent',
  },
  { name: 'Rita Reader', email: 'readonly@rapport.example', role: 'readonly', timeZone: 'UTC', title: 'Auditor' },
]

/** The development users; each with a random password that only this machine's data folder holds. Repeating adds what is missing. */
export async function seedPeople(cloud: Cloud): Promise<void> {
  const rt = runtime(cloud.deps)
  const ctx = systemCtx(rt, 'seed', 'seed')
  const teams = { Sales: await teamNamed(ctx, 'Sales'), Service: await teamNamed(ctx, 'Service') }
  for (const person of people) {
    if (await userIdFor(ctx, person.email)) continue
    const { subject } = await cloud.createSignIn(person.email, randomBytes(12).toString('base64url'), person.role)
    const managerId = person.manager ? await userIdFor(ctx, person.manager) : undefined
    await Users.create(ctx, {
      name: person.name,
      email: person.email,
      title: person.title,
      timeZone: person.timeZone,
      roles: [person.role],
      status: 'active',
      subject,
      ...(person.team ? { teamIds: [teams[person.team]] } : {}),
      ...(managerId ? { managerId } : {}),
    })
  }
}

/** Customers with a history, told by the development users over the last three weeks. Skipped when it was told before. */
export async function seedDemo(cloud: Cloud): Promise<void> {
  await seedPeople(cloud)
  const rt = runtime(cloud.deps)
  const ctx = systemCtx(rt, 'seed', 'seed')
  const users = new Map<string, User>()
  for (const { email } of people) {
    const id = await userIdFor(ctx, email)
    if (id) users.set(email, await Users.get(ctx, id))
  }
  const serviceId = await teamNamed(ctx, 'Service')
  await tellStory(async (email, at) => actingAs(rt, users.get(email), at), ctx.now, serviceId)
}

/** The context of a user at an instant in the past, as if the request had come then. */
async function actingAs(rt: Runtime, user: User | undefined, at: Date): Promise<Ctx> {
  if (!user) throw new Error('The story is told by somebody who is not there.')
  const caller = await userCaller(rt.db, user)
  return { db: rt.db, ids: createIds(() => at, rt.deps.random), now: at, requestId: 'seed', ...caller }
}

async function teamNamed(ctx: Ctx, name: string): Promise<string> {
  return (
    (await holderOf(ctx, { scope: 'team.name', value: fold(name) })) ??
    (await records(teamType).create(ctx, { name })).id
  )
}

const userIdFor = (ctx: Ctx, email: string): Promise<string | undefined> =>
  holderOf(ctx, { scope: 'user.email', value: foldEmail(email) })
