import { noteFields } from '@rapport/core/notes/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { basePath, make } from '../support/fixtures.ts'

/** What a note may be about, as its schema says. */
const kinds = String(noteFields.subjectId.meta()?.['x-ref']).split(' ')

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

describe('a note', () => {
  test.each(kinds)('is about a %s: listed with it, and in its timeline', async (kind) => {
    const subject = await make(api, kind)

    const note = await api.call('POST', '/v1/notes', {
      as: 'admin',
      body: { subjectId: subject.id, body: 'Call **after** lunch.' },
    })

    expect(note.status).toBe(201)
    const listed = await api.call<{ data: { id: string }[] }>('GET', '/v1/notes', {
      as: 'admin',
      query: { subjectId: subject.id },
    })
    expect(listed.body.data.map(({ id }) => id)).toEqual([note.body.id])
    const timeline = await api.call<{ data: { type: string }[] }>('GET', `${basePath(kind)}/${subject.id}/timeline`, {
      as: 'admin',
    })
    expect(timeline.body.data.map(({ type }) => type)).toContain('note.created')
  })
})
