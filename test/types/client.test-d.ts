import { expectTypeOf, test } from 'vitest'
import { type Contact, createRapport, entries, type Problem } from '../../packages/client/src/client.ts'

/** Checked by `npm run check:types`, never run. */
const rapport = createRapport({ baseUrl: 'https://crm.example.com', credential: 'crmk_…' })

test('an answer is the record or the problem', async () => {
  const { data, error } = await rapport.GET('/v1/contacts/{id}', { params: { path: { id: 'con_1' } } })

  expectTypeOf(data).toEqualTypeOf<Contact | undefined>()
  expectTypeOf(error).toExtend<Problem | undefined>()
  expectTypeOf<Contact['lastName']>().toEqualTypeOf<string>()
  expectTypeOf<Contact['preferredChannel']>().toEqualTypeOf<
    'email' | 'phone' | 'sms' | 'chat' | 'letter' | 'in_person' | undefined
  >()
})

test('what has a default may be left out when sent and is there when answered', async () => {
  const { data } = await rapport.POST('/v1/contacts', {
    body: { lastName: 'Nguyễn', emails: [{ value: 'lan@example.com' }] },
  })

  expectTypeOf<NonNullable<NonNullable<typeof data>['emails']>[number]['primary']>().toEqualTypeOf<boolean>()
})

test('entries of a list have the type of its pages', () => {
  const contacts = entries((page) => rapport.GET('/v1/contacts', { params: { query: { limit: 100, ...page } } }))

  expectTypeOf(contacts).toEqualTypeOf<AsyncGenerator<Contact>>()
})

test('what the API refuses does not compile', () => {
  // @ts-expect-error there is no such path
  void rapport.GET('/v1/nothing')
  // @ts-expect-error a contact has a last name
  void rapport.POST('/v1/contacts', { body: { firstName: 'Lan' } })
  // @ts-expect-error null removes a field and this one must stay
  void rapport.PATCH('/v1/contacts/{id}', { params: { path: { id: 'con_1' } }, body: { lastName: null } })
  void rapport.PATCH('/v1/contacts/{id}', { params: { path: { id: 'con_1' } }, body: { title: null } })
  // @ts-expect-error a language is text
  void rapport.PATCH('/v1/contacts/{id}', { params: { path: { id: 'con_1' } }, body: { language: 7 } })
  // @ts-expect-error lists sort by creation only
  void rapport.GET('/v1/contacts', { params: { query: { sort: 'lastName' } } })
})
