import { startApi, stopEngine } from '../support/api.ts'
import { runEscalations } from '../support/escalations.ts'
import { createChaos, figures, STORM, seedOf } from '../support/faulty.ts'
import { quiet } from '../support/sound.ts'

/**
 * What `test/faults/escalations.test.ts` promises of ninety cases, of many: node test/bench/escalation.ts [cases] [races a minute] [one
 * sweep in so many dies; 0 for none]. Fails when a step was taken twice, missed, or taken behind the end of its case.
 */

const [cases = 10_000, races = cases / 100, killEvery = 4] = process.argv.slice(2).map(Number)
const chaos = createChaos(seedOf('ESCALATION_SEED'))
const api = quiet(await startApi({ configure: chaos.configure, shards: 4 }))
const began = Date.now()
const outcome = await runEscalations(api, chaos, {
  cases,
  rates: STORM,
  // Half of them close their case, half answer.
  racesPerMinute: Math.ceil(races / 2),
  killEvery,
})
figures('escalations', { ...outcome, seconds: Math.round((Date.now() - began) / 1000) })
figures('faults', { seed: chaos.seed, ...chaos.counts })
await api.stop()
await stopEngine()
if (outcome.doubled + outcome.missed + outcome.afterEnd > 0) process.exitCode = 1
