import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { runEscalations } from '../support/escalations.ts'
import { createChaos, figures, STORM, scale, seedOf } from '../support/faulty.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'

const chaos = createChaos(seedOf('ESCALATION_SEED'))
let api: Api
beforeAll(async () => {
  api = quiet(await startApi({ configure: chaos.configure, shards: 2 }))
})
afterAll(async () => {
  figures('faults', { seed: chaos.seed, ...chaos.counts })
  await api.stop()
  await stopEngine()
})

test('P11, P12: cases escalate once per step and never after their end, whatever fails', {
  timeout: 240_000,
}, async () => {
  const outcome = await runEscalations(api, chaos, {
    cases: 90 * scale,
    rates: STORM,
    racesPerMinute: 1,
    killEvery: 4,
  })

  figures('escalations', { ...outcome })
  expect(outcome).toMatchObject({ doubled: 0, missed: 0, afterEnd: 0 })
  expect(outcome.escalations).toBeGreaterThan(outcome.cases / 2)
  expect(outcome.races).toBeGreaterThan(20)
  // The cases were put into the table past the CRM, with events that tell nothing of them.
  const findings = await findingsIn(api, UNPROJECTED)
  expect(findings.filter(({ code }) => !/^(history|event.torn)/.test(code))).toEqual([])
})
