import { organisationType } from '@rapport/core/organisation/model'
import { Organisation } from '@rapport/core/organisation/schema'
import { getOrganisation, patchOrganisation } from '@rapport/core/organisation/service'
import { route } from '@rapport/lambda/route'

const path = '/v1/organisation'
const reply = (_ctx: unknown, organisation: Organisation) => ({ body: organisation, version: organisation.version })

export const organisation = [
  route({
    tag: 'organisation',
    method: 'GET',
    path,
    id: 'getOrganisation',
    summary: 'How the organisation works: company, currency, taxes, limits',
    access: 'signed-in',
    hasEtag: true,
    success: { status: 200, schema: Organisation, description: 'What was set, and defaults for the rest.' },
    handle: (ctx) => getOrganisation(ctx),
    reply,
  }),
  route({
    tag: 'organisation',
    method: 'PATCH',
    path,
    id: 'updateOrganisation',
    summary: 'Change how the organisation works',
    description:
      'JSON merge patch (RFC 7396); lists are replaced. Deals, quotes and amounts that were computed before stay as they are.',
    access: { action: 'configure', kind: 'organisation' },
    body: organisationType.patch,
    hasEtag: true,
    takesIfMatch: true,
    success: { status: 200, schema: Organisation, description: 'The settings as they are now.' },
    handle: (ctx, { body, ifMatch }) => patchOrganisation(ctx, body, ifMatch),
    reply,
  }),
]
