import { explain } from '@rapport/core/access/explain'
import { rightKinds } from '@rapport/core/access/roles'
import { apiKeyType } from '@rapport/core/api-keys/model'
import { ApiKey } from '@rapport/core/api-keys/schema'
import { ApiKeys, issue, rotate } from '@rapport/core/api-keys/service'
import { recordTypes } from '@rapport/core/index'
import { Teams } from '@rapport/core/teams/service'
import { userType } from '@rapport/core/users/model'
import { meFields, User } from '@rapport/core/users/schema'
import { getSelf, patchUser, Users } from '@rapport/core/users/service'
import type { Kind } from '@rapport/kernel/ids'
import { actions, levels } from '@rapport/kernel/policy'
import { present } from '@rapport/kernel/record-type'
import { anyRef, patchSchema, ref, word } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const users = recordRoutes(Users, { without: ['share', 'batch'], patch: patchUser })

const meReply = (ctx: Ctx, user: User) => ({
  body: { user: present(userType, ctx.principal, user), rights: rightsOf(ctx) },
  version: user.version,
})

/** What the caller may do per kind, for programs that show or hide buttons. The server decides again on every call. */
const rightsOf = (ctx: Ctx) =>
  Object.fromEntries(
    rightKinds.map((kind) => [
      kind,
      Object.fromEntries(actions.map((action) => [action, ctx.principal.rights.level(kind, action)])),
    ]),
  )

const Me = z
  .strictObject({ user: User, rights: z.record(word(32), z.record(z.enum(actions), z.enum(levels))) })
  .meta({ id: 'Me' })

const me = [
  route({
    tag: 'me',
    method: 'GET',
    path: '/v1/me',
    id: 'getMe',
    summary: 'Who you are and what you may do',
    access: 'signed-in',
    fails: [404],
    hasEtag: true,
    success: { status: 200, schema: Me, description: 'Your user and your rights per kind of record.' },
    handle: (ctx) => getSelf(ctx),
    reply: meReply,
  }),
  route({
    tag: 'me',
    method: 'PATCH',
    path: '/v1/me',
    id: 'updateMe',
    summary: 'Change your own name, time zone, language, phone or absence',
    access: { action: 'update', kind: 'user' },
    body: patchSchema('Me', meFields, false),
    fails: [404],
    hasEtag: true,
    takesIfMatch: true,
    success: { status: 200, schema: Me, description: 'You as you are now.' },
    handle: (ctx, { body, ifMatch }) => Users.patch(ctx, ctx.principal.userId, body, ifMatch),
    reply: meReply,
  }),
]

/** A key as anybody sees it: what its secrets hash to stays in the table. */
const SeenKey = ApiKey.omit({ secrets: true }).meta({ id: 'ApiKey' })

const IssuedKey = z
  .strictObject({
    record: SeenKey,
    key: z
      .string()
      .max(100)
      .regex(/^crmk_\w+$/)
      .optional()
      .meta({ description: 'Shown once, here.' }),
  })
  .meta({ id: 'IssuedKey' })

const issued = (ctx: Ctx, { record, ...rest }: { record: ApiKey; key?: string }) => ({
  body: { record: present(apiKeyType, ctx.principal, record), ...rest },
  version: record.version,
  location: `/v1/api-keys/${record.id}`,
})

export const apiKeys = [
  ...recordRoutes(ApiKeys, { without: ['create', 'share', 'batch', 'restore', 'revert'], schema: SeenKey }),
  route({
    tag: 'api-keys',
    kind: 'apiKey',
    method: 'POST',
    path: '/v1/api-keys',
    id: 'createApiKey',
    summary: 'Issue a key for a program',
    description:
      'The key is shown once. It allows what you may do, cut down to its roles, scopes, addresses and days. Deleting it revokes it: at once for whatever writes, within seconds for reading.',
    access: { action: 'create', kind: 'apiKey' },
    body: apiKeyType.create,
    hasEtag: true,
    success: { status: 201, schema: IssuedKey, description: 'The record, and the key itself for the only time.' },
    handle: (ctx, { body }) => issue(ctx, body),
    reply: issued,
  }),
  route({
    tag: 'api-keys',
    kind: 'apiKey',
    method: 'POST',
    path: '/v1/api-keys/{id}/rotate',
    id: 'rotateApiKey',
    summary: 'Issue a new secret for a key; the old one works for another day',
    access: { action: 'update', kind: 'apiKey' },
    params: z.strictObject({ id: ref('apiKey') }),
    hasEtag: true,
    success: { status: 201, schema: IssuedKey, description: 'The record, and the new key for the only time.' },
    handle: (ctx, { params }) => rotate(ctx, params.id),
    reply: issued,
  }),
]

/** The organisation is read by whoever signs in: nothing about it needs explaining. */
const explained = recordTypes.map(({ kind }) => kind).filter((kind) => kind !== 'organisation') as [Kind, ...Kind[]]

const access = [
  route({
    tag: 'access',
    method: 'GET',
    path: '/v1/access/explain',
    id: 'explainAccess',
    summary: 'Why a user may or may not do each thing to a record',
    access: { action: 'read', kind: 'access' },
    query: z.strictObject({
      user: ref('user'),
      record: ref(...explained),
    }),
    fails: [404],
    success: {
      status: 200,
      schema: z
        .strictObject({
          userId: ref('user'),
          recordId: anyRef,
          decisions: z
            .array(
              z.strictObject({
                action: z.enum(actions),
                allowed: z.boolean(),
                level: z.enum(levels),
                grounds: z.enum(['role', 'owner', 'share', 'everyone', 'team', 'subtree']).optional(),
                via: ref('user', 'team').optional(),
              }),
            )
            .max(20),
        })
        .meta({ id: 'AccessExplanation' }),
      description: 'One decision per action, with its grounds.',
    },
    handle: (ctx, { query }) => explain(ctx, query.user, query.record),
  }),
]

export const people = [...users, ...recordRoutes(Teams, { without: ['share', 'batch'] }), ...me, ...access]
