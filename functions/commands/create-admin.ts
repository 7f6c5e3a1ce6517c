import { foldEmail } from '@rapport/core/shared/rules'
import { Users } from '@rapport/core/users/service'
import { holderOf } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { operatorRuntime, runCommand } from './operator.ts'

/**
 * `npm run create-admin -- ada@example.com "Ada Admin"`: the first administrator of a new deployment. The invitation follows from
 * the event, like any other user's. Running it twice makes one user.
 */
await runCommand(async () => {
  const [email, name] = process.argv.slice(2)
  if (!email || !name) throw new Error('Usage: npm run create-admin -- <e-mail> "<name>"')
  const rt = operatorRuntime()
  const ctx = systemCtx(rt, 'create-admin', 'create-admin')
  const known = await holderOf(ctx, { scope: 'user.email', value: foldEmail(email) })
  if (known) return `${email} is already ${known}.`
  const { id } = await Users.create(ctx, { name, email, roles: ['admin'], timeZone: 'UTC', status: 'active' })
  return `${email} is ${id}. The invitation is on its way.`
})
