import * as z from 'zod'

const count = z.int().min(0)

const figures = {
  promised: count.meta({ description: 'Leads that came with a time to be answered in.' }),
  met: count,
  missed: count.meta({ description: 'Not answered in time, whether or not they were answered later.' }),
  waiting: count.meta({ description: 'Neither answered nor late yet.' }),
  attainment: z.number().min(0).max(1).nullable().meta({ description: 'Met ÷ (met + missed); null without either.' }),
  averageMinutes: z
    .number()
    .min(0)
    .nullable()
    .meta({ description: 'From the creation to the answer, all hours counted; null when nothing was answered.' }),
}

export const month = z
  .string()
  .length(7)
  .regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/)
  .meta({ examples: ['2026-11'] })

export const ResponseReport = z
  .strictObject({
    from: month,
    to: month,
    zone: z.literal('UTC'),
    total: z.strictObject(figures),
    months: z.array(z.strictObject({ month, ...figures })).max(24),
  })
  .meta({ id: 'LeadResponseReport' })
export type ResponseReport = z.infer<typeof ResponseReport>
export type ResponseFigures = ResponseReport['total']
