import { readFile } from 'node:fs/promises'
import { createCalendar } from '@rapport/core/calendars/service'
import { SlaPolicies } from '@rapport/core/sla-policies/service'
import type { Body } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import * as z from 'zod'

/** What a file of promises holds: bodies as `POST /v1/calendars` and `POST /v1/sla-policies` take them. */
const Promises = z.strictObject({
  calendar: z.record(z.string(), z.unknown()).optional(),
  policies: z.array(z.record(z.string(), z.unknown())).min(1).max(20),
})

/** Without a file: office hours from Monday to Friday, and what help desks usually promise, in minutes of these hours. */
const standard = (timeZone: string): z.infer<typeof Promises> => ({
  calendar: {
    name: 'Office hours',
    timeZone,
    isDefault: true,
    week: Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ start: '09:00', end: '17:00' }]]),
    ),
  },
  policies: [
    {
      name: 'Standard',
      position: 1,
      targets: {
        urgent: { firstResponseMinutes: 60, resolutionMinutes: 480 },
        high: { firstResponseMinutes: 240, resolutionMinutes: 960 },
        normal: { firstResponseMinutes: 480, resolutionMinutes: 2400 },
        low: { firstResponseMinutes: 960, resolutionMinutes: 4800 },
      },
    },
  ],
})

export async function promise(
  ctx: Ctx,
  { file, timeZone }: { file?: string | undefined; timeZone: string },
): Promise<void> {
  const { calendar, policies } = file ? Promises.parse(JSON.parse(await readFile(file, 'utf8'))) : standard(timeZone)
  if (calendar) await createCalendar(ctx, calendar as Body)
  for (const policy of policies)
    await SlaPolicies.create(ctx, {
      isActive: true,
      hours: 'business',
      criteria: {},
      warnAtPercents: [75, 90],
      ...policy,
    })
}
