import type { Body, Records } from '@rapport/kernel/records'
import { records } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { Accounts } from './accounts/service.ts'
import { Contacts } from './contacts/service.ts'
import type { ImportKind } from './imports/schema.ts'
import { Interactions } from './interactions/service.ts'
import { Notes } from './notes/service.ts'
import { Opportunities } from './opportunities/service.ts'
import { accountOf } from './shared/subject.ts'
import { teamType } from './teams/model.ts'
import { Users } from './users/service.ts'

/** A kind of record that files can be read into: by its own service, so that a row does all that a request does. */
export interface Importable {
  records: Records<RecordBase>
  /** What its service adds to a new record before it plans it. */
  complete?: (ctx: Ctx, input: Body) => Promise<Body>
}

/** Every kind that can be imported. A new kind is one line here, besides its name in `importKinds`. */
export const importable: Readonly<Record<ImportKind, Importable>> = {
  account: { records: any(Accounts) },
  contact: { records: any(Contacts) },
  note: { records: any(Notes), complete: withAccount },
  interaction: { records: any(Interactions), complete: withAccount },
  user: { records: any(Users) },
  team: { records: any(records(teamType)) },
  opportunity: { records: any(Opportunities) },
}

/** What is written about a person stands in the timeline of the person's account too. */
async function withAccount(ctx: Ctx, input: Body): Promise<Body> {
  const accountId = await accountOf(ctx, String(input.subjectId))
  return accountId === undefined ? input : { ...input, accountId }
}

/** The operations of a kind whose fields only its own schema knows; rows are held to that schema before they get here. */
function any<T extends RecordBase>(of: Records<T>): Records<RecordBase> {
  return of as unknown as Records<RecordBase>
}
