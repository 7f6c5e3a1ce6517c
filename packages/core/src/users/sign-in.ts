import { CrmError, conflict } from '@rapport/kernel/errors'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem, keyOf } from '@rapport/kernel/record-type'
import { type Ctx, claim, commit, release, versioned, type Write } from '@rapport/kernel/store'
import { userType } from './model.ts'
import type { User } from './schema.ts'

/** The user, deleted or not, whoever asks; undefined when there never was one or the table has forgotten it. */
export async function userAsItIs(ctx: Pick<Ctx, 'db'>, id: string): Promise<User | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && fromItem(userType, item)
}

const TAKEN = 'user.subject_taken'

/**
 * Keeps a subject from everybody while the sign-in of a deleted user is removed. Answers false when another user has it by now.
 * Throws VersionConflict when the user is no longer as read.
 */
export async function holdSubject(ctx: Ctx, user: User, subject: string): Promise<boolean> {
  const taken = () => conflict(TAKEN, 'Another user has this sign-in.')
  try {
    await commit(ctx, {
      writes: [isAsRead(user), claim(guard(subject), user.id, taken)],
      events: [],
      answer: undefined,
    })
    return true
  } catch (error) {
    if (error instanceof CrmError && error.code === TAKEN) return false
    throw error
  }
}

/** Frees a subject that was held. Throws VersionConflict when the user came back meanwhile, and so has it again. */
export const dropSubject = (ctx: Ctx, user: User, subject: string): Promise<undefined> =>
  commit(ctx, { writes: [isAsRead(user), release(guard(subject), user.id)], events: [], answer: undefined })

const guard = (value: string) => ({ scope: 'user.subject', value })

const isAsRead = ({ id, version }: User): Write => ({ check: keyOf('user', id), condition: versioned(version) })
