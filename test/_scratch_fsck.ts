import { startApi, stopEngine } from './support/api.ts'
import { createChaos, STORM } from './support/faulty.ts'
import { findingsIn, insist, itemsOf, projectAll, quiet } from './support/sound.ts'
const chaos = createChaos(1)
const api = quiet(await startApi({ configure: chaos.configure, shards: 3 }))
await projectAll(api)
console.log('fresh', await findingsIn(api))
chaos.rates = STORM
const acc = (await insist(api, 'POST', '/v1/accounts', { as: 'rep', body: { name: 'A', domain: 'a.test', externalIds: { erp: '1' }, tags: ['x'] } })).body.id as string
const acc2 = (await insist(api, 'POST', '/v1/accounts', { as: 'rep', body: { name: 'A child', parentId: acc } })).body.id as string
const ids: string[] = []
for (let i = 0; i < 30; i++) ids.push((await insist(api, 'POST', '/v1/contacts', { as: 'rep', body: { lastName: `N${i}`, emails: [{ value: `n${i}@x.test` }], accountId: i % 2 ? acc : acc2 } })).body.id as string)
for (const id of ids) { const r = await insist(api, 'PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { accountId: acc2, title: 'x' } }); if (r.status !== 200) console.log(r) }
for (const id of ids) await insist(api, 'POST', `/v1/contacts/${id}/relations`, { as: 'rep', body: { accountId: acc, isPrimary: true } })
for (const id of ids.slice(0, 10)) await insist(api, 'DELETE', `/v1/contacts/${id}`, { as: 'rep' })
for (const id of ids.slice(0, 5)) await insist(api, 'POST', `/v1/contacts/${id}/restore`, { as: 'rep' })
for (const id of ids.slice(10, 15)) await insist(api, 'PUT', `/v1/contacts/${id}/shares`, { as: 'rep', body: { shares: [{ to: api.people.stranger!.id, access: 'read', until: '2026-12-01T00:00:00.000Z' }, { to: api.teams.service, access: 'update' }] } })
const note = (await insist(api, 'POST', '/v1/notes', { as: 'rep', body: { subjectId: ids[20], body: 'hello' } })).body.id
await insist(api, 'PATCH', `/v1/notes/${note}`, { as: 'rep', body: { body: 'bye' } })
await insist(api, 'PATCH', `/v1/notes/${note}`, { as: 'rep', body: { subjectId: acc } })
const int = (await insist(api, 'POST', '/v1/interactions', { as: 'rep', body: { subjectId: ids[20], channel: 'phone', direction: 'inbound', at: '2026-11-21T09:00:00.000Z', summary: 's' } })).body.id
await insist(api, 'POST', `/v1/interactions/${int}/correct`, { as: 'rep', body: { summary: 't' } })
console.log((await insist(api, 'POST', '/v1/api-keys', { as: 'rep', body: { name: 'k', scopes: ['contact:read'], expiresAt: '2027-01-01T00:00:00.000Z' } })).status)
const t = performance.now()
await projectAll(api, chaos)
console.log('project', performance.now() - t, chaos.counts)
const t2 = performance.now()
const items = await itemsOf(api); const t3 = performance.now()
console.log(items.length, 'dump', t3 - t2, await findingsIn(api, { items }), performance.now() - t3)
await api.stop(); await stopEngine()
