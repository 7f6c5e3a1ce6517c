import { conflict } from '@rapport/kernel/errors'
import type { EventRow } from '@rapport/kernel/events'
import { type Body, type Records, records } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import type * as z from 'zod'
import { Accounts } from './accounts/service.ts'
import { Cases, checkedOpening, planCasePatch, planCases } from './cases/service.ts'
import { Contacts } from './contacts/service.ts'
import { ExchangeRates } from './exchange-rates/service.ts'
import type { ImportKind } from './imports/schema.ts'
import type { Interaction } from './interactions/schema.ts'
import { Interactions } from './interactions/service.ts'
import { FiledLeads } from './leads/service.ts'
import { Notes } from './notes/service.ts'
import { dealRowFields, planDealRow, planDealRowBack, planDealRowPatch } from './opportunities/line-rows.ts'
import { Opportunities } from './opportunities/service.ts'
import { checkOrderRow, orderRow, orderRowFields, planOrderRowBack, planOrderRowPatch } from './orders/rows.ts'
import { Orders } from './orders/service.ts'
import { PriceBookEntries } from './price-book-entries/service.ts'
import { PriceBooks } from './price-books/service.ts'
import { Products } from './products/service.ts'
import { accountOf } from './shared/subject.ts'
import { planTask, planTaskPatch, Tasks } from './tasks/service.ts'
import { teamType } from './teams/model.ts'
import { Users } from './users/service.ts'

/** A kind of record that files can be read into: by its own service, so that a row does all that a request does. */
export interface Importable {
  records: Records<RecordBase>
  /** What a row may say beside the fields of the record. */
  beside: z.ZodRawShape
  /** Throws what is wrong with a new record; again, it changes nothing. */
  check(ctx: Ctx, input: Body): Promise<Change<RecordBase> | undefined>
  /** How a new record with this id is planned, as often as others are faster. */
  creation(ctx: Ctx, input: Body, id: string): Promise<() => Promise<Change<RecordBase>>>
  patch(ctx: Ctx, id: string, patch: Body): Promise<Change<RecordBase>>
  /** From the record as it is to the one that takes back what the row of this event has changed. */
  back(ctx: Ctx, before: RecordBase, wished: RecordBase, event: EventRow): Promise<Change<RecordBase>>
}

/** Every kind that can be imported. A new kind is one line here, besides its name in `importKinds`. */
export const importable: Readonly<Record<ImportKind, Importable>> = {
  account: plain(Accounts),
  contact: plain(Contacts),
  lead: {
    ...plain(FiledLeads),
    // Whose it would be changes nothing: no turn is taken for a lead that is not written.
    check: (ctx, input) => FiledLeads.plans.create(ctx, { ownerId: ctx.principal.userId, ...input }),
  },
  opportunity: plain(Opportunities, {
    beside: dealRowFields,
    plan: planDealRow,
    patch: planDealRowPatch,
    back: planDealRowBack,
  }),
  order: {
    ...plain(Orders, { beside: orderRowFields, patch: planOrderRowPatch, back: planOrderRowBack }),
    check: checkOrderRow,
    creation: orderRow,
  },
  product: plain(Products),
  priceBook: plain(PriceBooks),
  priceBookEntry: plain(PriceBookEntries),
  exchangeRate: plain(ExchangeRates),
  task: plain(Tasks, { plan: planTask, patch: planTaskPatch }),
  note: plain(Notes, { plan: withAccount(Notes) }),
  interaction: plain(Interactions, { plan: withAccount(Interactions), patch: asLogged }),
  case: {
    ...plain(Cases, { patch: planCasePatch }),
    check: async (ctx, input) => void (await checkedOpening(ctx, input)),
    creation: (ctx, input, id) => planCases(ctx, input, { id }),
  },
  user: plain(Users),
  team: plain(records(teamType)),
}

interface Ways<T> {
  beside?: z.ZodRawShape
  plan?: (ctx: Ctx, input: Body, options: { id?: string }) => Promise<Change<T>>
  patch?: (ctx: Ctx, id: string, patch: Body) => Promise<Change<T>>
  back?: (ctx: Ctx, before: T, wished: T, event: EventRow) => Promise<Change<T>>
}

/** A kind with the usual ways, or with those its service has instead. */
function plain<T extends RecordBase>(
  of: Records<T>,
  { beside = {}, plan = of.plans.create, patch = of.plans.patch, back = asWished(of) }: Ways<T> = {},
): Importable {
  return {
    // Only its own schema knows the fields of a kind; rows are held to that schema before they get here.
    records: of as unknown as Records<RecordBase>,
    beside,
    check: (ctx, input) => plan(ctx, input, {}),
    creation: async (ctx, input, id) => () => plan(ctx, input, { id }),
    patch: (ctx, id, change) => patch(ctx, id, change),
    back: (ctx, before, wished, event) => back(ctx, before as T, wished as T, event),
  }
}

function asWished<T extends RecordBase>({ plans }: Records<T>): NonNullable<Ways<T>['back']> {
  return (ctx, before, wished) => plans.next(ctx, before, wished)
}

/** Interactions stay as they were logged; a file that comes again changes nothing in them. */
async function asLogged(ctx: Ctx, id: string, patch: Body): Promise<Change<Interaction>> {
  const change = await Interactions.plans.patch(ctx, id, patch)
  if (change.writes.length > 0)
    throw conflict('interaction.logged', 'An interaction stays as it was logged. Correct it instead.')
  return change
}

/** What is written about a person stands in the timeline of the person's account too. */
function withAccount<T extends RecordBase>(of: Records<T>): NonNullable<Ways<T>['plan']> {
  return async (ctx, input, options) => {
    const accountId = await accountOf(ctx, String(input.subjectId))
    return of.plans.create(ctx, accountId === undefined ? input : { ...input, accountId }, options)
  }
}
