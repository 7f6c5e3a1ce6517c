import { type Body, type Records, records } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import { Accounts } from './accounts/service.ts'
import { Cases, checkedOpening, planCasePatch, planCases } from './cases/service.ts'
import { Contacts } from './contacts/service.ts'
import type { ImportKind } from './imports/schema.ts'
import { Interactions } from './interactions/service.ts'
import { Leads } from './leads/service.ts'
import { Notes } from './notes/service.ts'
import { Opportunities } from './opportunities/service.ts'
import { Products } from './products/service.ts'
import { accountOf } from './shared/subject.ts'
import { planTask, planTaskPatch, Tasks } from './tasks/service.ts'
import { teamType } from './teams/model.ts'
import { Users } from './users/service.ts'

/** A kind of record that files can be read into: by its own service, so that a row does all that a request does. */
export interface Importable {
  records: Records<RecordBase>
  /** Throws what is wrong with a new record; again, it changes nothing. */
  check(ctx: Ctx, input: Body): Promise<Change<RecordBase> | undefined>
  /** How a new record with this id is planned, as often as others are faster. */
  creation(ctx: Ctx, input: Body, id: string): Promise<() => Promise<Change<RecordBase>>>
  patch(ctx: Ctx, id: string, patch: Body): Promise<Change<RecordBase>>
}

/** Every kind that can be imported. A new kind is one line here, besides its name in `importKinds`. */
export const importable: Readonly<Record<ImportKind, Importable>> = {
  account: plain(Accounts),
  contact: plain(Contacts),
  lead: plain(Leads),
  opportunity: plain(Opportunities),
  product: plain(Products),
  task: plain(Tasks, { plan: planTask, patch: planTaskPatch }),
  note: plain(Notes, { plan: withAccount(Notes) }),
  interaction: plain(Interactions, { plan: withAccount(Interactions) }),
  case: {
    ...plain(Cases, { patch: planCasePatch }),
    check: async (ctx, input) => void (await checkedOpening(ctx, input)),
    creation: (ctx, input, id) => planCases(ctx, input, { id }),
  },
  user: plain(Users),
  team: plain(records(teamType)),
}

interface Ways<T> {
  plan?: (ctx: Ctx, input: Body, options: { id?: string }) => Promise<Change<T>>
  patch?: (ctx: Ctx, id: string, patch: Body) => Promise<Change<T>>
}

/** A kind with the usual ways, or with those its service has instead. */
function plain<T extends RecordBase>(
  of: Records<T>,
  { plan = of.plans.create, patch = of.plans.patch }: Ways<T> = {},
): Importable {
  return {
    // Only its own schema knows the fields of a kind; rows are held to that schema before they get here.
    records: of as unknown as Records<RecordBase>,
    check: (ctx, input) => plan(ctx, input, {}),
    creation: async (ctx, input, id) => () => plan(ctx, input, { id }),
    patch: (ctx, id, change) => patch(ctx, id, change),
  }
}

/** What is written about a person stands in the timeline of the person's account too. */
function withAccount<T extends RecordBase>(of: Records<T>): NonNullable<Ways<T>['plan']> {
  return async (ctx, input, options) => {
    const accountId = await accountOf(ctx, String(input.subjectId))
    return of.plans.create(ctx, accountId === undefined ? input : { ...input, accountId }, options)
  }
}
