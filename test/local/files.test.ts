import { FileChanged, type Files, fileKey, PART_BYTES_MIN } from '@rapport/kernel/files'
import { type Cloud, startCloud } from '@rapport/local/cloud'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryFiles } from '../support/memory-files.ts'
import { NOW, standInCloud, temporaryDir } from './support.ts'

const key = (name: string) => fileKey('imports', 'acc_01kavm5g3t8z1r4y6w9x2c7b0d', name)

const textOf = async (files: Files, ...given: Parameters<Files['get']>): Promise<string> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of await files.get(...given)) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

let cloud: Cloud
beforeAll(async () => {
  cloud = await startCloud({ quiet: true, at: NOW, routes: [], manifest: [] })
})
afterAll(() => cloud.stop())

describe.each([
  ['S3', () => cloud.deps.files],
  ['memory', () => memoryFiles(() => NOW)],
])('files in %s', (_name, make) => {
  let files: Files
  beforeAll(() => {
    files = make()
  })

  test('come back as they were put, whole and in part', async () => {
    await files.put(key('a.txt'), 'Xin chào, Huế', 'text/plain; charset=utf-8')

    expect(await textOf(files, key('a.txt'))).toBe('Xin chào, Huế')
    expect(await textOf(files, key('a.txt'), { from: 4 })).toBe('chào, Huế')
    expect(await textOf(files, key('a.txt'), { from: 4, to: 6 })).toBe('ch')
    expect(await textOf(files, key('a.txt'), { from: 0, to: 3 })).toBe('Xin')
    expect(await files.head(key('a.txt'))).toMatchObject({ bytes: 16, contentType: 'text/plain; charset=utf-8' })
  })

  test('may be empty', async () => {
    await files.put(key('empty'), '', 'text/plain')

    expect(await textOf(files, key('empty'))).toBe('')
  })

  test('are not there before and after', async () => {
    await files.put(key('gone'), 'x', 'text/plain')
    await files.delete(key('gone'))
    await files.delete(key('gone'))

    expect(await files.head(key('gone'))).toBeUndefined()
    await expect(files.get(key('gone'))).rejects.toMatchObject({ code: 'file.not_found' })
  })

  test('are read on only while they are the same', async () => {
    await files.put(key('same'), 'one', 'text/plain')
    const { tag = '' } = (await files.head(key('same'))) ?? {}
    expect(await textOf(files, key('same'), { from: 1, tag })).toBe('ne')

    await files.put(key('same'), 'two', 'text/plain')

    await expect(files.get(key('same'), { from: 1, tag })).rejects.toBeInstanceOf(FileChanged)
  })

  test('are written in parts that may be written again, and are there when all are', async () => {
    const part = Buffer.alloc(PART_BYTES_MIN, 'a')
    const id = await files.beginUpload(key('large'), 'text/csv')
    await files.uploadPart(key('large'), id, 1, Buffer.alloc(PART_BYTES_MIN, 'b'))
    const tags = [
      await files.uploadPart(key('large'), id, 1, part),
      await files.uploadPart(key('large'), id, 2, Buffer.from('end')),
    ]
    expect(await files.head(key('large'))).toBeUndefined()

    await files.completeUpload(key('large'), id, tags)
    await files.completeUpload(key('large'), id, tags)

    expect(await files.head(key('large'))).toMatchObject({ bytes: PART_BYTES_MIN + 3, contentType: 'text/csv' })
    expect(await textOf(files, key('large'), { from: PART_BYTES_MIN - 1 })).toBe('aend')
  })

  test('are not put together from parts that were replaced, nor from an upload that was given up', async () => {
    const id = await files.beginUpload(key('torn'), 'text/csv')
    const tag = await files.uploadPart(key('torn'), id, 1, Buffer.from('one'))
    await files.uploadPart(key('torn'), id, 1, Buffer.from('two'))
    await expect(files.completeUpload(key('torn'), id, [tag])).rejects.toThrow()

    await files.abortUpload(key('torn'), id)
    await files.abortUpload(key('torn'), id)

    await expect(files.uploadPart(key('torn'), id, 1, Buffer.from('one'))).rejects.toThrow()
    expect(await files.head(key('torn'))).toBeUndefined()
  })

  test.each([
    '',
    'imports/x/y',
    '../secret',
    'imports/acc_01kavm5g3t8z1r4y6w9x2c7b0d/../../x',
    'imports/acc_01kavm5g3t8z1r4y6w9x2c7b0d/.hidden',
  ])('have no key %j', async (bad) => {
    await expect((async () => files.put(bad, 'x', 'text/plain'))()).rejects.toBeInstanceOf(RangeError)
  })

  test('have links that do not live long', async () => {
    await expect(
      (async () => files.presignGet(key('a.txt'), { fileName: 'a', expiresS: 301 }))(),
    ).rejects.toBeInstanceOf(RangeError)
    await expect(
      (async () => files.presignPut(key('a.txt'), { contentType: 'text/plain', bytes: 1, expiresS: 901 }))(),
    ).rejects.toBeInstanceOf(RangeError)
  })
})

describe('a link', () => {
  const put = (link: string, body: string, type = 'text/csv') =>
    fetch(link, { method: 'PUT', body, headers: { 'content-type': type } })
  const upload = (bytes: number) =>
    cloud.deps.files.presignPut(key('up.csv'), { contentType: 'text/csv', bytes, expiresS: 900 })

  test('takes a file of the announced type and length, and gives it back under a name as an attachment', async () => {
    const stored = await put(await upload(5), 'a,b\n1')
    const link = await cloud.deps.files.presignGet(key('up.csv'), { fileName: 'Báo cáo "1".csv', expiresS: 300 })
    const reply = await fetch(link)

    expect(stored.status).toBe(200)
    expect(await reply.text()).toBe('a,b\n1')
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="B_o c_o _1_.csv"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20_1_.csv`,
    )
    expect(reply.headers.get('content-type')).toBe('text/csv')
    expect(reply.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('takes nothing longer, shorter or of another type', async () => {
    const link = await upload(5)

    expect((await put(link, 'a,b\n12')).status).toBe(403)
    expect((await put(link, 'a,b\n')).status).toBe(403)
    expect((await put(link, 'a,b\n1', 'text/html')).status).toBe(403)
  })

  test('opens one file in one way', async () => {
    const link = await cloud.deps.files.presignGet(key('up.csv'), { fileName: 'x', expiresS: 300 })

    for (const other of [
      link.replace('up.csv', 'a.txt'),
      link.replace('X-Amz-Expires=300', 'X-Amz-Expires=301'),
      link.replace(/X-Amz-Signature=./, 'X-Amz-Signature=g'),
      link.replace('attachment', 'inline'),
      link.replace(/\?.*/, ''),
    ])
      expect((await fetch(other)).status, other).toBe(403)
    expect((await put(link, 'x')).status).toBe(403)
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(403)
  })
})

test('a link ends when its time is over, by the clock that can be turned', async () => {
  const turned = await standInCloud([])
  await turned.deps.files.put(key('a.txt'), 'x', 'text/plain')
  const link = await turned.deps.files.presignGet(key('a.txt'), { fileName: 'a.txt', expiresS: 60 })

  await turned.clock.advance('PT59S')
  expect((await fetch(link)).status).toBe(200)
  await turned.clock.advance('PT2S')

  expect((await fetch(link)).status).toBe(403)
})

test('files are there after a restart', async () => {
  const dataDir = await temporaryDir()
  const first = await startCloud({ quiet: true, at: NOW, routes: [], manifest: [], dataDir })
  await first.deps.files.put(key('kept.txt'), 'kept', 'text/plain')
  await first.stop()

  const second = await startCloud({ quiet: true, at: NOW, routes: [], manifest: [], dataDir })
  const found = await textOf(second.deps.files, key('kept.txt'))
  await second.stop()

  expect(found).toBe('kept')
})
