import { Relation, RelationCreate, RelationPatch } from '@rapport/core/contacts/schema'
import { Contacts, changeRelation, listRelations, relate } from '@rapport/core/contacts/service'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const common = { tag: 'contacts', kind: 'contact' } as const
const params = z.strictObject({ id: ref('contact') })

export const contacts = [
  ...recordRoutes(Contacts),
  route({
    ...common,
    method: 'GET',
    path: '/v1/contacts/{id}/relations',
    id: 'listContactRelations',
    summary: 'The companies of a person, ended ones included',
    access: { action: 'read', kind: 'contact' },
    params,
    success: {
      status: 200,
      schema: z.strictObject({ data: z.array(Relation).max(30) }).meta({ id: 'RelationList' }),
      description: 'All of them, oldest first.',
    },
    handle: async (ctx, { params }) => ({ data: await listRelations(ctx, params.id) }),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/contacts/{id}/relations',
    id: 'createContactRelation',
    summary: 'Relate a person to a company',
    description: 'The first active relation is the primary one. A new primary relation takes that from the one before.',
    access: { action: 'update', kind: 'contact' },
    params,
    body: RelationCreate,
    success: { status: 201, schema: Relation, description: 'Created.' },
    handle: (ctx, { params, body }) => relate(ctx, params.id, body),
    reply: (_ctx, relation) => ({ body: relation, location: `/v1/contacts/${relation.contactId}/relations` }),
  }),
  route({
    ...common,
    method: 'PATCH',
    path: '/v1/contacts/{id}/relations/{relationId}',
    id: 'updateContactRelation',
    summary: 'Change or end a relation, or make it the primary one',
    description: 'A relation ends with an endDate that is not in the future and stays as history.',
    access: { action: 'update', kind: 'contact' },
    params: z.strictObject({ id: ref('contact'), relationId: ref('relation') }),
    body: RelationPatch,
    success: { status: 200, schema: Relation, description: 'The relation as it is now.' },
    handle: (ctx, { params, body }) => changeRelation(ctx, params.id, params.relationId, body),
  }),
]
