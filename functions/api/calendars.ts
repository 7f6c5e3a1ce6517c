import { CalendarPreview, previewFrom } from '@rapport/core/calendars/schema'
import { Calendars, createCalendar, patchCalendar, previewCalendar } from '@rapport/core/calendars/service'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes, wholeUpTo } from './record-routes.ts'

export const calendars = [
  ...recordRoutes(Calendars, { without: ['share', 'batch'], create: createCalendar, patch: patchCalendar }),
  route({
    tag: 'calendars',
    kind: 'calendar',
    method: 'GET',
    path: '/v1/calendars/{id}/preview',
    id: 'previewCalendar',
    summary: 'When so many business minutes will have passed',
    description: 'The instant, and the open hours on the way to it: what a promise means by this calendar.',
    access: { action: 'read', kind: 'calendar' },
    params: z.strictObject({ id: ref('calendar') }),
    query: z.strictObject({
      from: previewFrom.optional().meta({ description: 'Now unless told.' }),
      minutes: wholeUpTo(525_600).meta({ examples: [60] }),
    }),
    fails: [422],
    success: { status: 200, schema: CalendarPreview, description: 'The instant and the open intervals before it.' },
    handle: (ctx, { params, query }) => previewCalendar(ctx, params.id, query),
  }),
]
