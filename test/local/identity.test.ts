import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { standInCloud, temporaryDir } from './support.ts'

test('an invitation creates a sign-in once and mails its first password', async () => {
  const { deps, mail, signIn } = await standInCloud([])

  const first = await deps.identity.invite('ada@example.com')
  const second = await deps.identity.invite('ada@example.com')

  const letters = await mail()
  const password = /password is (\S+)/.exec(letters[0]?.text ?? '')?.[1] ?? ''
  expect(second).toEqual(first)
  expect(letters).toHaveLength(1)
  expect(await deps.verifyToken(await signIn('ada@example.com', password))).toMatchObject({ subject: first.subject })
})

test('nothing fails for a sign-in that is not there', async () => {
  const { deps } = await standInCloud([])
  const { identity } = deps

  await identity.signOut('nobody')
  await identity.disable('nobody')
  await identity.enable('nobody')
  await identity.move('nobody', 'nobody@example.com')
  await identity.reinvite('nobody@example.com')
  await identity.remove('nobody')

  expect(await identity.find('nobody')).toBeUndefined()
})

test('a sign-in is disabled, enabled, moved and removed by its subject, once or twice', async () => {
  const dataDir = await temporaryDir()
  const { deps, createSignIn, signIn, stop } = await standInCloud([], { dataDir })
  const { identity } = deps
  const { subject } = await createSignIn('ada@example.com', 'secret-1', 'admin')

  for (const _ of ['once', 'twice']) await identity.disable(subject)
  await expect(signIn('ada@example.com', 'secret-1')).rejects.toThrow()
  expect(await identity.find(subject)).toEqual({
    subject,
    email: 'ada@example.com',
    isEnabled: false,
    isPending: false,
  })
  for (const _ of ['once', 'twice']) await identity.enable(subject)
  for (const _ of ['once', 'twice']) await identity.move(subject, 'Lovelace@example.com')
  await expect(signIn('ada@example.com', 'secret-1')).rejects.toThrow()
  expect(await deps.verifyToken(await signIn('lovelace@example.com', 'secret-1'))).toMatchObject({ subject })
  for (const _ of ['once', 'twice']) await identity.remove(subject)
  await expect(signIn('lovelace@example.com', 'secret-1')).rejects.toThrow()
  await stop()

  expect(JSON.parse(await readFile(join(dataDir, 'credentials.json'), 'utf8'))).toEqual([])
  expect(JSON.parse(await readFile(join(dataDir, 'identity.json'), 'utf8'))).toEqual([])
})

test('no sign-in moves to the address of another', async () => {
  const { deps } = await standInCloud([])
  const { subject } = await deps.identity.invite('ada@example.com')
  await deps.identity.invite('eve@example.com')

  await expect(deps.identity.move(subject, 'eve@example.com')).rejects.toThrow('already exists')
})

test('a new first password ends the old one, until one of them was used', async () => {
  const { deps, mail, signIn } = await standInCloud([])
  const passwords = async () => (await mail()).map(({ text }) => /password is (\S+)/.exec(text ?? '')?.[1] ?? '')
  const { subject } = await deps.identity.invite('typo@example.com')
  const [first = ''] = await passwords()
  await deps.identity.move(subject, 'ada@example.com')

  await deps.identity.reinvite('ada@example.com')

  const second = (await passwords()).find((password) => password !== first) ?? ''
  await expect(signIn('ada@example.com', first)).rejects.toThrow()
  expect(await deps.identity.find(subject)).toMatchObject({ isPending: true })
  await signIn('ada@example.com', second)
  await deps.identity.reinvite('ada@example.com')
  expect(await deps.identity.find(subject)).toMatchObject({ isPending: false })
  expect(await passwords()).toHaveLength(2)
})

test('sign-ins, keys and credentials outlive an end, readable by their owner only', async () => {
  const dataDir = await temporaryDir()
  const before = await standInCloud([], { dataDir })
  const { subject } = await before.createSignIn('ada@example.com', 'secret-1', 'admin')
  const token = await before.signIn('ada@example.com', 'secret-1')
  await before.stop()

  const after = await standInCloud([], { dataDir })

  expect(await after.deps.verifyToken(token)).toMatchObject({ subject })
  expect(await after.deps.verifyToken(await after.signIn('ada@example.com', 'secret-1'))).toMatchObject({ subject })
  expect(JSON.parse(await readFile(join(dataDir, 'credentials.json'), 'utf8'))).toEqual([
    { email: 'ada@example.com', password: 'secret-1', role: 'admin' },
  ])
  for (const file of ['credentials.json', 'identity.json', 'signing-key.json']) {
    expect((await stat(join(dataDir, file))).mode & 0o777, file).toBe(0o600)
  }
  expect(await readFile(join(dataDir, 'identity.json'), 'utf8')).not.toContain('secret-1')
})

test('a token ends after fifteen minutes of the turnable clock', async () => {
  const { deps, tokenFor, clock } = await standInCloud([])
  const token = tokenFor('subject-1')

  await clock.advance('PT14M')
  expect(await deps.verifyToken(token)).toMatchObject({ subject: 'subject-1' })
  await clock.advance('PT2M')

  await expect(deps.verifyToken(token)).rejects.toThrow('expired')
})

test('with the clock turned far ahead new tokens are good', async () => {
  const { deps, tokenFor, clock } = await standInCloud([])
  await clock.advance('P900D')

  expect(await deps.verifyToken(tokenFor('subject-1'))).toEqual({
    subject: 'subject-1',
    issuedAtS: Math.floor(clock.now().getTime() / 1_000),
  })
})

test('a token of one cloud is refused by another', async () => {
  const [one, two] = await Promise.all([standInCloud([]), standInCloud([])])

  await expect(two.deps.verifyToken(one.tokenFor('subject-1'))).rejects.toThrow()
})
