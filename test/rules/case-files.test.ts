import { cleanName, cleanType, idOfPart, keptOf, whenDue } from '@rapport/core/case-files/rules'
import { type CaseFile, FILES_BYTES_MAX, FILES_MAX, fileFields } from '@rapport/core/case-files/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'

/** What may be told of files that strangers send. */

test.each([
  ['grinder.jpg', 'grinder.jpg'],
  ['Báo cáo tháng 11.pdf', 'Báo cáo tháng 11.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Windows\\win.ini', 'C__Windows_win.ini'],
  ['photo\u202egpj.exe', 'photo_gpj.exe'],
  ['a\r\nSet-Cookie: b', 'a__Set-Cookie_ b'],
  ['con', '_con'],
  ['LPT1.txt', '_LPT1.txt'],
  ['.htaccess', 'htaccess'],
  ['...', 'attachment'],
  ['', 'attachment'],
  [`${'x'.repeat(300)}.jpeg`, `${'x'.repeat(195)}.jpeg`],
])('%j is called %j', (name, called) => {
  expect(cleanName(name)).toBe(called)
})

test('whatever a file is called, its name can be kept and saved, and does not change again', () => {
  const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }))

  fc.assert(
    fc.property(name, (text) => {
      const clean = cleanName(text)
      expect(fileFields.name.safeParse(clean)).toMatchObject({ success: true, data: clean })
      expect(clean).not.toMatch(/[/\\:*?"<>|]|^\./)
      expect(cleanName(clean)).toBe(clean)
    }),
  )
})

test('whatever a file is said to be, its type can be kept', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      expect(fileFields.contentType.safeParse(cleanType(text)).success).toBe(true)
    }),
  )
  expect(cleanType('Text/HTML; charset=x')).toBe('text/html')
})

test('of many files the first are kept, never too many or too much', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: FILES_BYTES_MAX + 1 }), { maxLength: 50 })

  fc.assert(
    fc.property(sizes, (all) => {
      const files = all.map((bytes) => ({ bytes }))
      const kept = keptOf(files)
      const total = [...kept].reduce((sum, { bytes }) => sum + bytes, 0)
      expect(kept.size <= FILES_MAX && total <= FILES_BYTES_MAX).toBe(true)
      for (const file of files)
        if (!kept.has(file)) expect(kept.size === FILES_MAX || total + file.bytes > FILES_BYTES_MAX).toBe(true)
    }),
  )
})

test('a part of a letter has one id, and any other part or letter another', () => {
  const at = new Date('2026-11-23T03:00:00.000Z')
  const id = idOfPart('a@b', 0, Buffer.from('x'), at)

  expect(idOfPart('a@b', 0, Buffer.from('x'), at)).toBe(id)
  const others = [
    idOfPart('a@c', 0, Buffer.from('x'), at),
    idOfPart('a@b', 1, Buffer.from('x'), at),
    idOfPart('a@b', 0, Buffer.from('y'), at),
  ]
  expect(new Set([id, ...others]).size).toBe(4)
})

test('a file that is due goes with what it belongs to, and stays when something was said with it', () => {
  const now = new Date('2026-11-23T03:00:00.000Z')
  const [past, future] = ['2026-11-23T02:00:00.000Z', '2026-11-24T03:00:00.000Z']
  const file = (more: Partial<CaseFile>) => ({ origin: 'colleague', purgeAt: past, ...more }) as CaseFile
  const used = file({ commentId: 'cmt_01kavm5g3t8z1r4y6w9x2c7b0d' })

  expect(whenDue(file({ purgeAt: future }), undefined, now)).toBeUndefined()
  expect(whenDue(file({}), { isAside: false }, now)).toBe('purge')
  expect(whenDue(used, { isAside: false }, now)).toBe('keep')
  expect(whenDue(file({ origin: 'mail' }), { isAside: false }, now)).toBe('keep')
  expect(whenDue(used, undefined, now)).toBe('purge')
  expect(whenDue(used, { isAside: true }, now)).toBe('purge')
  expect(whenDue(used, { isAside: false, goesAt: past }, now)).toBe('purge')
  expect(whenDue(used, { isAside: false, goesAt: future }, now)).toEqual({ later: future })
})
