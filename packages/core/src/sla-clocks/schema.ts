import { instant, ref, version } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Clock, WarnAtPercents } from '../clocks/schema.ts'
import { SlaTargets } from '../sla-policies/schema.ts'

export const clockNames = ['firstResponse', 'nextResponse', 'resolution'] as const
export const ClockName = z.enum(clockNames)
export type ClockName = z.infer<typeof ClockName>

/** What is promised to one case, and by which policy; neither when none matches. */
const terms = {
  policyId: ref('slaPolicy').optional(),
  policyVersion: version.optional(),
  calendarId: ref('calendar')
    .optional()
    .meta({ description: 'The business hours; the clocks always run without them.' }),
  targets: SlaTargets,
  warnAtPercents: WarnAtPercents,
}
export const Terms = z.strictObject(terms)
export type Terms = z.infer<typeof Terms>

/** The clocks of one case, with all they need to go on. */
export const Clocks = z
  .strictObject({
    ...terms,
    cycle: z.int().min(1).meta({ description: 'Goes up when the case is reopened late: then everything begins anew.' }),
    repliedAt: instant.optional().meta({ description: 'The first public answer of a person.' }),
    firstResponse: Clock,
    nextResponse: Clock.optional().meta({ description: 'Since the first customer message that was not answered.' }),
    resolution: Clock,
  })
  .meta({ id: 'SlaClocks' })
export type Clocks = z.infer<typeof Clocks>

/** Something that became due at `at`. Told once: clock, `startedAt` and `percent` (none for a breach) say which. */
export const Happening = z
  .strictObject({
    type: z.enum(['warning', 'breach']),
    clock: ClockName,
    startedAt: instant,
    percent: z.int().min(1).max(99).optional(),
    at: instant,
  })
  .meta({ id: 'SlaHappening' })
export type Happening = z.infer<typeof Happening>

/** The clocks after something, and what became due by then. The clocks are the same object when nothing changed. */
export interface Turn {
  clocks: Clocks
  happened: Happening[]
}
