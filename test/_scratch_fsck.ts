import { create as createProjector } from '../functions/workers/project-search.ts'
import { startApi, stopEngine, streamRecord } from './support/api.ts'
import { createChaos } from './support/faulty.ts'
import { eventsIn, findingsIn, itemsOf, projectAll } from './support/sound.ts'
const chaos = createChaos(1)
const api = await startApi({ configure: chaos.configure })
const id = (await api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: 'A' } })).body.id as string
await projectAll(api)
const projector = createProjector(api.deps) as any
console.log((await api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { lastName: 'B', tags: ['before-0'] } })).body)
const last = eventsIn(await itemsOf(api)).slice(-1)
console.log(last)
chaos.killAt(0, 'before')
console.log(await projector({ Records: last.map(streamRecord) })); chaos.revive()
console.log(await projector({ Records: last.map(streamRecord) }))
console.log(await findingsIn(api))
await api.stop(); await stopEngine()
