import { type Contact, createRapport, type Problem,type ContactPatch } from '../../packages/client/src/client.ts'
const rapport = createRapport({ baseUrl: 'https://crm.example.com', credential: 'crmk_…' })
export async function f(){
const { error } = await rapport.GET('/v1/contacts/{id}', { params: { path: { id: 'con_1' } } })
const x: number = error
const p: ContactPatch = {version: 2}
type B = Parameters<typeof rapport.PATCH<'/v1/contacts/{id}', any>>[1]
const b: B['body'] = 3
}
