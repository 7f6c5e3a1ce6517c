import type { CaseComment } from '@rapport/core/case-comments/schema'
import { contentKey } from '@rapport/core/case-files/model'
import type { CaseFile } from '@rapport/core/case-files/schema'
import type { FileMade } from '@rapport/core/case-files/service'
import type { Case } from '@rapport/core/cases/schema'
import type { CustomerCaseDetail, CustomerFile } from '@rapport/core/customer-view/schema'
import type { InboundMail } from '@rapport/core/inbound-mail/schema'
import type { Letter } from '@rapport/core/mail/schema'
import { DAY_MS } from '@rapport/kernel/clock'
import { arrivalOf, type Checks, newLetterKey, storedLetter } from '@rapport/local/mail-inbound'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createReceiver } from '../../functions/workers/receive-mail.ts'
import { create as createSweep } from '../../functions/workers/sweep-due.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import type { MemoryFiles } from '../support/memory-files.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

/** Files of cases: with letters, with comments, and who gets them. */

let api: Api
let files: MemoryFiles
let workers: Workers
const letters: Letter[] = []

beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ wrap: tap.wrap })
  files = api.deps.files as MemoryFiles
  // Letters that fail are meant to; what the log says of them is tested elsewhere.
  api.deps.log.error = () => {}
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  workers = await startWorkers(api.deps, tap, ['send-case-answer', 'follow-case'])
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

async function ok<T>(method: string, path: string, body?: object, as = 'admin'): Promise<T> {
  const reply = await api.call<T>(method, path, { as, ...(body ? { body } : {}) })
  expect(reply.status, `${method} ${path}: ${JSON.stringify(reply.body)}`).toBeLessThan(300)
  return reply.body
}
const open = (more: object = {}): Promise<Case> =>
  ok('POST', '/v1/cases', { subject: 'Too loud', requester: { email: `lan-${++count}@customer.test` }, ...more })
const filesOf = async (caseId: string): Promise<CaseFile[]> =>
  (await ok<{ data: CaseFile[] }>('GET', `/v1/cases/${caseId}/files`)).data
/** What the customer said. */
const heard = async (caseId: string): Promise<CaseComment | undefined> =>
  (await ok<{ data: CaseComment[] }>('GET', `/v1/cases/${caseId}/comments`)).data.find(
    ({ direction }) => direction === 'inbound',
  )
const downloaded = async (id: string, as = 'admin') =>
  files.download((await ok<{ url: string }>('GET', `/v1/case-files/${id}/link`, undefined, as)).url)

/** A file that was sent for a case, bytes and all. */
async function sent(caseId: string, name = 'grinder.jpg', content = 'four', as = 'admin'): Promise<CaseFile> {
  const request = { name, contentType: 'image/jpeg', bytes: content.length }
  const { record, upload } = await ok<FileMade>('POST', `/v1/cases/${caseId}/files`, request, as)
  expect(files.upload(upload.url, content, String(upload.contentType))).toBe(200)
  return record
}

let count = 0
interface Part {
  name: string
  type?: string
  content: string
}

/** A letter with files, as its sender wrote it. */
function written(headers: Record<string, string>, parts: readonly Part[], text = 'See the pictures.'): Buffer {
  const all = {
    From: 'Lan <lan@customer.test>',
    To: 'support@in.rapport.test',
    Subject: 'Too loud',
    'Message-ID': `<f${++count}@customer.test>`,
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/mixed; boundary="cut"',
    ...headers,
  }
  const bodies = parts.map(
    ({ name, type = 'image/jpeg', content }) =>
      `--cut\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`,
  )
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(
    [...head, '', `--cut\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}`, ...bodies, '--cut--'].join('\r\n'),
  )
}

/** Stores a letter as SES does; answers what S3 tells of it. */
async function stored(raw: Buffer, checks: Checks = {}, key = newLetterKey()): Promise<string> {
  const letter = storedLetter(raw, ['support@in.rapport.test'], api.now.at, checks)
  await files.put(key, letter, 'message/rfc822')
  return arrivalOf(api.deps.env.FILES_BUCKET, key, letter.length, api.now.at)
}

const deliver = async (body: string): Promise<number> =>
  (await createReceiver(api.deps)({ Records: [{ messageId: 'm', body }] } as unknown as SQSEvent)).batchItemFailures
    .length

async function receive(
  headers: Record<string, string>,
  parts: readonly Part[],
  checks: Checks = {},
): Promise<InboundMail> {
  const id = `kept-${++count}@customer.test`
  expect(await deliver(await stored(written({ 'Message-ID': `<${id}>`, ...headers }, parts), checks))).toBe(0)
  const { data } = await ok<{ data: InboundMail[] }>('GET', '/v1/inbound-mail')
  return data.find(({ messageId }) => messageId === id) as InboundMail
}

const tokenOf = async (caseId: string): Promise<string> => {
  await ok('POST', `/v1/cases/${caseId}/reply`, { body: 'Please send a picture.' })
  await workers.drain()
  return letters.at(-1)?.headers?.['Reply-To'] ?? ''
}

const sweep = (): Promise<void> =>
  createSweep(api.deps)({}, { awsRequestId: 'r', getRemainingTimeInMillis: () => 50_000 } as never)

describe('a letter with files', () => {
  test('keeps them with what it says, under names that are safe, as downloads of no type', async () => {
    const { id } = await open()
    const names = ['../../etc/passwd', 'photo\u202egpj.exe', 'CON.txt', '..', 'a'.repeat(300)]
    const parts = names.map((name, index) => ({
      name,
      type: 'text/html; charset=x',
      content: `<script>${index}</script>`,
    }))

    const mail = await receive({ To: await tokenOf(id) }, parts)

    const said = await heard(id)
    expect(mail).toMatchObject({ outcome: 'attached', caseId: id })
    expect(said?.files?.map(({ name }) => name).slice(0, 4)).toEqual([
      '_.._etc_passwd',
      'photo_gpj.exe',
      '_CON.txt',
      'attachment',
    ])
    expect(said?.files?.every(({ name, contentType }) => name.length <= 200 && contentType === 'text/html')).toBe(true)
    expect(await downloaded(said?.files?.[0]?.id ?? '')).toEqual({
      status: 200,
      body: '<script>0</script>',
      fileName: '_.._etc_passwd',
      contentType: 'application/octet-stream',
    })
    expect((await filesOf(id)).map(({ commentId, isPublic, origin }) => [commentId, isPublic, origin])).toEqual(
      names.map(() => [said?.id, true, 'mail']),
    )
  })

  test('is taken in once, delivered twice, at the same time, or stored twice by the mail service', async () => {
    const { id } = await open()
    const raw = written({ To: await tokenOf(id) }, [{ name: 'a.jpg', content: 'a' }])
    const [first, second] = [await stored(raw), await stored(raw)]
    const before = files.keys().length

    await Promise.all([deliver(first), deliver(first)])
    const failed = [await deliver(first), await deliver(second)]

    expect(failed).toEqual([0, 0])
    expect(await filesOf(id)).toHaveLength(1)
    expect(files.keys()).toHaveLength(before + 1)
  })

  test('goes on where it was when its worker died between the bytes and the words', async () => {
    const { id } = await open()
    const arrival = await stored(written({ To: await tokenOf(id) }, [{ name: 'a.jpg', content: 'once' }]))
    const { transact } = api.deps.table
    api.deps.table.transact = () => Promise.reject(new Error('killed'))
    const before = files.keys().length
    const failed = await deliver(arrival)
    api.deps.table.transact = transact

    expect([failed, await deliver(arrival)]).toEqual([1, 0])

    expect(files.keys()).toHaveLength(before + 1)
    expect(await filesOf(id)).toMatchObject([{ name: 'a.jpg', bytes: 4 }])
  })

  test('keeps ten files of 25 MB together, and lists the others', async () => {
    const small = Array.from({ length: 11 }, (_, n) => ({ name: `${n}.txt`, content: String(n) }))
    const many = await receive({ From: 'who@nowhere.test' }, small)
    const big = 'x'.repeat(13 * 1024 * 1024)
    const large = await receive({ From: 'who@nowhere.test' }, [
      { name: 'one.bin', content: big },
      { name: 'two.bin', content: big },
      { name: 'three.bin', content: 'small' },
    ])

    expect(many.attachments?.map(({ fileId }) => fileId !== undefined)).toEqual([...Array(10).fill(true), false])
    expect(large.attachments?.map(({ name, bytes, fileId }) => [name, bytes, fileId !== undefined])).toEqual([
      ['one.bin', big.length, true],
      ['two.bin', big.length, false],
      ['three.bin', 5, true],
    ])
  })

  test('leaves none when nobody checked it, a virus was found, or a program wrote it', async () => {
    const { id } = await open()
    const To = await tokenOf(id)
    const part = [{ name: 'a.exe', content: 'x' }]
    const before = files.keys().filter((key) => key.startsWith('attachments/')).length

    const infected = await receive({ To }, part, { virus: 'FAIL' })
    const unchecked = await receive({ To }, part, { virus: 'PROCESSING_FAILED' })
    const robot = await receive({ To, 'Auto-Submitted': 'auto-replied' }, part)
    const claims = await receive({ To, 'X-SES-Virus-Verdict': 'PASS' }, part, { virus: 'FAIL' })

    expect([infected, unchecked, robot, claims].map(({ outcome }) => outcome)).toEqual([
      'unmatched',
      'attached',
      'ignored',
      'unmatched',
    ])
    expect(
      [infected, unchecked, robot, claims].map(({ attachments }) => attachments?.map(({ fileId }) => fileId)),
    ).toEqual(Array(4).fill([undefined]))
    expect(files.keys().filter((key) => key.startsWith('attachments/'))).toHaveLength(before)
  })

  test('that is spam or forged waits, whatever its sender writes about the checks', async () => {
    const own = { 'Authentication-Results': 'amazonses.com; dmarc=pass', 'X-SES-Spam-Verdict': 'PASS' }

    const spam = await receive(own, [], { spam: 'FAIL' })
    const forged = await receive(own, [], { dmarc: 'fail' })

    expect([spam.outcome, forged.outcome]).toEqual(['unmatched', 'unmatched'])
  })

  test('opens a case with them, or waits with them until somebody says where it belongs', async () => {
    const contact = await ok<{ id: string }>('POST', '/v1/contacts', {
      lastName: 'Trần',
      emails: [{ value: 'tran@customer.test' }],
    })
    const opened = await receive({ From: 'tran@customer.test' }, [{ name: 'burr.jpg', content: 'burr' }])
    expect(await filesOf(String(opened.caseId))).toMatchObject([{ name: 'burr.jpg', isPublic: true }])
    expect(await ok('GET', `/v1/cases/${opened.caseId}`)).toMatchObject({ contactId: contact.id })

    const [one, two, three] = [
      await receive({ From: 'who@nowhere.test' }, [{ name: 'one.jpg', content: '1' }]),
      await receive({ From: 'who@nowhere.test' }, [{ name: 'two.jpg', content: '2' }]),
      await receive({ From: 'who@nowhere.test' }, [{ name: 'three.jpg', content: '3' }]),
    ]
    const fileOf = ({ attachments }: InboundMail) => attachments?.[0]?.fileId ?? ''
    expect((await downloaded(fileOf(one), 'agent')).body).toBe('1')
    const seenByRep = await api.call('GET', `/v1/case-files/${fileOf(one)}/link`, { as: 'rep' })
    expect(seenByRep.status).toBe(404)

    const { id } = await open()
    await ok('POST', `/v1/inbound-mail/${one.id}/attach`, { caseId: id })
    const made = await ok<Case>('POST', `/v1/inbound-mail/${two.id}/create-case`, { impact: 'low' })
    await ok('POST', `/v1/inbound-mail/${three.id}/dismiss`)

    const said = await heard(id)
    expect(said?.files).toMatchObject([{ id: fileOf(one), name: 'one.jpg' }])
    expect([(await filesOf(id)).map(({ commentId }) => commentId), (await filesOf(made.id)).length]).toEqual([
      [said?.id],
      1,
    ])
    expect(await ok('GET', `/v1/case-files/${fileOf(three)}`)).toMatchObject({ purgeAt: expect.stringMatching(/Z$/) })
  })

  test('that is none of ours fails loudly, and the trial of the mail service passes', async () => {
    const arrival = (key: string) => arrivalOf(api.deps.env.FILES_BUCKET, key, 5, api.now.at)

    const failures = [
      await deliver(arrival('exports/exp_01kavm5g3t8z1r4y6w9x2c7b0d/export')),
      await deliver(arrivalOf('another-bucket', newLetterKey(), 5, api.now.at)),
      await deliver(arrival(newLetterKey())),
      await deliver(arrival('mail/AMAZON_SES_SETUP_NOTIFICATION')),
    ]

    expect(failures).toEqual([1, 1, 1, 0])
  })
})

describe('a comment with files', () => {
  test('takes those of its own case, that are there and unused, once', async () => {
    const [{ id }, other] = [await open(), await open()]
    const comment = (fileIds: string[], as = 'admin') =>
      api.call<CaseComment & { code: string }>('POST', `/v1/cases/${id}/comments`, {
        as,
        body: { body: 'See.', fileIds },
      })
    const file = await sent(id)
    const elsewhere = await sent(other.id)
    const promised = await ok<FileMade>('POST', `/v1/cases/${id}/files`, {
      name: 'b.jpg',
      contentType: 'image/jpeg',
      bytes: 4,
    })

    const refused = [
      await comment([elsewhere.id]),
      await comment(['cfl_01kavm5g3t8z1r4y6w9x2c7b0d']),
      await comment([promised.record.id]),
    ]
    const said = await comment([file.id])
    const again = await comment([file.id])

    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'caseFile.elsewhere'],
      [422, 'reference.not_found'],
      [409, 'caseFile.not_uploaded'],
    ])
    expect(said.body.files).toEqual([{ id: file.id, name: 'grinder.jpg', contentType: 'image/jpeg', bytes: 4 }])
    expect([again.status, again.body.code]).toEqual([409, 'caseFile.used'])
    expect(await ok('GET', `/v1/case-files/${file.id}`)).toMatchObject({ commentId: said.body.id, isPublic: false })
  })

  test('has at most ten of them and 25 MB', async () => {
    const { id } = await open()
    const half = 13 * 1024 * 1024
    const ids = await Promise.all(['a', 'b'].map(async (name) => (await sent(id, name, 'x'.repeat(half))).id))

    const reply = await api.call('POST', `/v1/cases/${id}/comments`, {
      as: 'admin',
      body: { body: 'See.', fileIds: ids },
    })
    const large = await api.call('POST', `/v1/cases/${id}/files`, {
      as: 'admin',
      body: { name: 'x', contentType: 'image/jpeg', bytes: 25 * 1024 * 1024 + 1 },
    })

    expect([reply.status, reply.body, large.status]).toMatchObject([422, { code: 'caseFile.too_much' }, 400])
  })

  test('takes them along to the case that goes on in place of its own', async () => {
    const [loser, winner] = [await open(), await open()]
    const file = await sent(loser.id)
    await ok('POST', `/v1/cases/${loser.id}/comments`, { body: 'See.', fileIds: [file.id] })
    await ok('POST', `/v1/cases/${loser.id}/merge`, { into: winner.id })
    await workers.drain()

    expect((await filesOf(winner.id)).map(({ id }) => id)).toEqual([file.id])
    expect(await filesOf(loser.id)).toEqual([])
    expect((await downloaded(file.id)).body).toBe('four')
  })

  test('gives them to who sees the case and to nobody else', async () => {
    const { id } = await open({ visibility: 'owner', ownerId: api.people.agent?.id, teamId: undefined })
    const file = await sent(id)
    const tries = async (as: string) => [
      (await api.call('GET', `/v1/case-files/${file.id}/link`, { as })).status,
      (await api.call('GET', `/v1/cases/${id}/files`, { as })).status,
      (await api.call('POST', `/v1/cases/${id}/files`, { as, body: { name: 'x', contentType: 'a/b', bytes: 1 } }))
        .status,
    ]

    expect(await tries('admin')).toEqual([200, 200, 201])
    expect(await tries('rep')).toEqual([404, 404, 404])
    expect((await tries('marketing')).every((status) => status === 403 || status === 404)).toBe(true)
  })
})

describe('a customer', () => {
  /** A case with an internal and a public file, and the link in the letter that told of it. */
  async function told() {
    const { id } = await open()
    const [secret, shared] = [await sent(id, 'secret.pdf', 'secret'), await sent(id, 'offer <b>.pdf', 'public')]
    await ok('POST', `/v1/cases/${id}/comments`, { body: 'Internal.', fileIds: [secret.id] })
    await ok('POST', `/v1/cases/${id}/reply`, { body: 'Please see.', fileIds: [shared.id] })
    await workers.drain()
    const letter = letters.at(-1)
    const path = /http:\/\/localhost(\/v1\/customer\/\S+\/cases)\n$/.exec(letter?.text ?? '')?.[1] ?? ''
    return { id, secret, shared, letter, path: `${path}/${id}` }
  }

  test('gets the files of public answers by a link in the letter, and never an internal one', async () => {
    const { secret, shared, letter, path } = await told()
    const unsaid = await sent(path.split('/').at(-1) ?? '', 'draft.pdf')
    const inLetter = /http:\/\/localhost(\S+\/page)/.exec(letter?.text ?? '')?.[1] ?? ''

    const page = await api.call<string>('GET', inLetter)
    const link = await api.call<{ url: string }>('GET', `${path}/files/${shared.id}`)
    const refused = await Promise.all(
      [secret, unsaid].flatMap(({ id }) => [
        api.call('GET', `${path}/files/${id}`),
        api.call('GET', `${path}/files/${id}/page`),
      ]),
    )

    expect(page.status).toBe(200)
    expect(String(page.body)).toContain('offer _b_.pdf')
    expect(files.download(link.body.url)).toMatchObject({ body: 'public', contentType: 'application/octet-stream' })
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(JSON.stringify([letter, (await api.call('GET', path)).body])).not.toMatch(/secret|draft/)
    const { words } = (await api.call<CustomerCaseDetail>('GET', path)).body
    expect(words[0]?.files).toMatchObject([{ id: shared.id, name: 'offer _b_.pdf' }])
  })

  test('finds the files of the own first letter again, and none that a colleague sent unsaid', async () => {
    await ok('POST', '/v1/contacts', { lastName: 'Đỗ', emails: [{ value: 'do@customer.test' }] })
    const { caseId } = await receive({ From: 'do@customer.test' }, [{ name: 'burr.jpg', content: 'burr' }])
    await sent(String(caseId), 'draft.pdf')
    await tokenOf(String(caseId))
    const path = /http:\/\/localhost(\/v1\/customer\/\S+\/cases)/.exec(letters.at(-1)?.text ?? '')?.[1]

    const seen = await api.call<CustomerCaseDetail>('GET', `${path}/${caseId}`)

    expect(seen.body.files).toMatchObject([{ name: 'burr.jpg', bytes: 4 }])
    const link = await api.call<{ url: string }>('GET', `${path}/${caseId}/files/${seen.body.files?.[0]?.id}`)
    expect(files.download(link.body.url).body).toBe('burr')
  })

  test('gets no file of another case by the link to the own one', async () => {
    const [mine, theirs] = [await told(), await told()]

    const tries = [
      await api.call('GET', `${mine.path}/files/${theirs.shared.id}`),
      await api.call('GET', `${mine.path.replace(mine.id, theirs.id)}/files/${theirs.shared.id}`),
    ]

    expect(tries.map(({ status }) => status)).toEqual([404, 404])
  })

  test('sends a few files with an answer, of their own and not too large', async () => {
    const { id, path, secret } = await told()
    const request = { name: '../mine.jpg', contentType: 'image/jpeg', bytes: 4 }
    const send = () => api.call<CustomerFile>('POST', `${path}/files`, { body: request })
    const { file, upload } = (await send()).body
    expect(files.upload(upload.url, 'mine', String(upload.contentType))).toBe(200)
    for (let n = 0; n < 4; n++) await send()
    const colleagues = await sent(id)

    const tooMany = await send()
    const tooLarge = await api.call('POST', `${path}/files`, { body: { ...request, bytes: 10 * 1024 * 1024 + 1 } })
    const theirs = await api.call('POST', `${path}/reply`, { body: { body: 'Mine?', fileIds: [colleagues.id] } })
    const hidden = await api.call('POST', `${path}/reply`, { body: { body: 'Mine?', fileIds: [secret.id] } })
    const reply = await api.call('POST', `${path}/reply`, { body: { body: 'See.', fileIds: [file.id] } })

    expect([tooMany.status, tooLarge.status, theirs.status, hidden.status]).toEqual([409, 400, 422, 422])
    expect(reply).toMatchObject({ status: 200, body: { files: [{ id: file.id, name: '_mine.jpg' }] } })
    const said = await heard(id)
    expect(said).toMatchObject({ direction: 'inbound', files: [{ name: '_mine.jpg' }] })
    expect((await downloaded(file.id)).body).toBe('mine')
  })
})

describe('files go', () => {
  test('a day after they were sent when nothing was said with them, and stay when something was', async () => {
    const { id } = await open()
    const [unsaid, said] = [await sent(id), await sent(id)]
    await ok('POST', `/v1/cases/${id}/comments`, { body: 'See.', fileIds: [said.id] })
    api.now.advance(DAY_MS + 60_000)
    const late = await api.call('POST', `/v1/cases/${id}/comments`, {
      as: 'admin',
      body: { body: '!', fileIds: [unsaid.id] },
    })
    await sweep()
    const early = files.keys().includes(contentKey(unsaid.id))
    api.now.advance(DAY_MS / 24)
    await sweep()

    expect([late.status, late.body, early]).toMatchObject([409, { code: 'caseFile.expired' }, true])
    expect([unsaid, said].map((file) => files.keys().includes(contentKey(file.id)))).toEqual([false, true])
    expect((await api.call('GET', `/v1/case-files/${unsaid.id}`, { as: 'admin' })).status).toBe(404)
  })

  test('with their case once that cannot be brought back, and stay with one that was', async () => {
    const [gone, back] = [await open(), await open()]
    const made = []
    for (const { id } of [gone, back]) {
      const file = await sent(id)
      await ok('POST', `/v1/cases/${id}/comments`, { body: 'See.', fileIds: [file.id] })
      await ok('DELETE', `/v1/cases/${id}`)
      made.push(file)
    }
    await workers.drain()
    expect((await api.call('GET', `/v1/case-files/${made[0]?.id}/link`, { as: 'admin' })).status).toBe(404)
    await ok('POST', `/v1/cases/${back.id}/restore`)
    api.now.advance(29 * DAY_MS)
    await sweep()
    expect(made.map(({ id }) => files.keys().includes(contentKey(id)))).toEqual([true, true])

    api.now.advance(2 * DAY_MS)
    await sweep()

    expect(made.map(({ id }) => files.keys().includes(contentKey(id)))).toEqual([false, true])
    expect((await ok<CaseFile>('GET', `/v1/case-files/${made[1]?.id}`)).purgeAt).toBeUndefined()
  })
})
