import { ConvertedSum } from '@rapport/core/exchange-rates/schema'
import { ExchangeRates, sumUp } from '@rapport/core/exchange-rates/service'
import { Money } from '@rapport/kernel/money'
import { date } from '@rapport/kernel/schema'
import { commit } from '@rapport/kernel/store'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

export const exchangeRates = [
  ...recordRoutes(ExchangeRates, { without: ['share'] }),
  route({
    tag: 'exchange-rates',
    method: 'POST',
    path: '/v1/exchange-rates/convert',
    id: 'convertAmounts',
    summary: "Add up amounts of several currencies in the organisation's currency",
    description:
      'Each at the latest rate that is not after the date. An amount without a rate is null, counted in `unpriced`, and in no sum.',
    access: { action: 'read', kind: 'exchangeRate' },
    body: z
      .strictObject({
        amounts: z.array(Money).min(1).max(100),
        date: date.optional().meta({ description: 'Today, where the organisation is, unless told.' }),
      })
      .meta({ id: 'ConvertedSumRequest' }),
    success: { status: 200, schema: ConvertedSum, description: 'The sum, and each amount with its rate.' },
    handle: async (ctx, { body }) =>
      commit(ctx, { writes: [], events: [], answer: await sumUp(ctx, body.amounts, body.date) }),
  }),
]
