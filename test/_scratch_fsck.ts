import { startApi, stopEngine } from './support/api.ts'
const api = await startApi()
const t0 = performance.now()
const ids: string[] = []
for (let i = 0; i < 300; i++) { const r = await api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: `N${i}`, emails: [{ value: `n${i}@x.test` }] }, headers: {'Idempotency-Key': `k${i}`} }); ids.push(r.body.id as string) }
const t1 = performance.now()
console.log('create ms', (t1 - t0) / 300)
for (const id of ids) await api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: 'x' } })
const t2 = performance.now()
console.log('patch ms', (t2 - t1) / 300)
await Promise.all(ids.map((id) => api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: 'y' } })))
console.log('patch conc ms', (performance.now() - t2) / 300)
const t3 = performance.now(); const d = await api.dump(); console.log('dump', d.length, performance.now() - t3)
const t4 = performance.now(); await api.project(); console.log('project', performance.now() - t4)
const show = async (name: string, p: Promise<{ status: number; body: unknown }>) => { const r = await p; console.log(name, r.status, JSON.stringify(r.body).slice(0, 400)) }
const acc = (await api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'A', domain: 'a.test' } })).body.id as string
await show('atomic update twice', api.call('POST', '/v1/accounts/batch', { as: 'rep', body: { atomic: true, operations: [{ op: 'update', id: acc, body: { name: 'B' } }, { op: 'update', id: acc, body: { industry: 'x' } }] } }))
await show('atomic same email', api.call('POST', '/v1/contacts/batch', { as: 'rep', body: { atomic: true, operations: [{ op: 'create', body: { lastName: 'B', emails: [{ value: 'dup@x.test' }] } }, { op: 'create', body: { lastName: 'C', emails: [{ value: 'dup@x.test' }] } }] } }))
await show('atomic same parent', api.call('POST', '/v1/accounts/batch', { as: 'rep', body: { atomic: true, operations: [{ op: 'create', body: { name: 'C1', parentId: acc } }, { op: 'create', body: { name: 'C2', parentId: acc } }] } }))
await show('shares dup', api.call('PUT', `/v1/accounts/${acc}/shares`, { as: 'rep', body: { shares: [{ to: api.people.stranger!.id, access: 'read' }, { to: api.people.stranger!.id, access: 'update' }] } }))
await show('concurrent same key other body', Promise.all([1, 2].map((n) => api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: `Z${n}` }, headers: { 'idempotency-key': 'same' } }))).then((r) => ({ status: 0, body: r.map((x) => [x.status, x.body]) })))
const con = ids[0]
await show('concurrent relate same key', Promise.all([1, 2, 3].map(() => api.call('POST', `/v1/contacts/${con}/relations`, { as: 'rep', body: { accountId: acc }, headers: { 'idempotency-key': 'rel' } }))).then((r) => ({ status: 0, body: r.map((x) => [x.status, (x.body as any).id ?? x.body]) })))
const [one] = (await api.dump()).filter((i: any) => i.sk.S === 'contact'); console.log(JSON.stringify(one))
console.log([...new Set((await api.dump()).map((i: any) => i.sk.S.slice(0, 10)))].length, [...new Set((await api.dump()).map((i: any) => i.__edb_e__?.S))])
await api.stop(); await stopEngine()
