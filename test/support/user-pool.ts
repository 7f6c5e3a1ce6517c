import type { Identity, SignIn } from '@rapport/lambda/deps'

/** A user pool in memory, as strict about addresses as Cognito. */
export interface UserPool extends Identity {
  signIns: Map<string, SignIn>
  /** Addresses that a first password was mailed to, in order. */
  mailed: string[]
  /** Subjects whose sessions were ended, in order. */
  signedOut: string[]
  /** Runs before each call: may fail in its place. */
  before: (call: keyof Identity, name: string) => Promise<void> | void
}

export function userPool(): UserPool {
  const signIns = new Map<string, SignIn>()
  let made = 0
  const at = (name: string): SignIn | undefined =>
    signIns.get(name) ?? [...signIns.values()].find(({ email }) => email === name)
  const change = (name: string, state: Partial<SignIn>) => {
    const signIn = at(name)
    if (signIn) signIns.set(signIn.subject, { ...signIn, ...state })
  }
  const pool: UserPool = {
    signIns,
    mailed: [],
    signedOut: [],
    before: () => {},
    async invite(email) {
      await pool.before('invite', email)
      const known = at(email)
      if (known) return { subject: known.subject }
      const subject = `pool-${++made}`
      signIns.set(subject, { subject, email, isEnabled: true, isPending: true })
      pool.mailed.push(email)
      return { subject }
    },
    async reinvite(email) {
      await pool.before('reinvite', email)
      if (at(email)?.isPending) pool.mailed.push(email)
    },
    async find(name) {
      await pool.before('find', name)
      return at(name)
    },
    async move(subject, email) {
      await pool.before('move', subject)
      const other = at(email)
      if (other && other.subject !== subject) throw new Error('Another sign-in has this address.')
      change(subject, { email })
    },
    async enable(subject) {
      await pool.before('enable', subject)
      change(subject, { isEnabled: true })
    },
    async disable(subject) {
      await pool.before('disable', subject)
      change(subject, { isEnabled: false })
    },
    async remove(subject) {
      await pool.before('remove', subject)
      signIns.delete(subject)
    },
    async signOut(subject) {
      await pool.before('signOut', subject)
      pool.signedOut.push(subject)
    },
  }
  return pool
}
