import { conformanceOf } from '@rapport/core/opportunities/conformance-rules'
import type { StageChange } from '@rapport/core/opportunities/schema'
import type { Pipeline } from '@rapport/core/pipelines/schema'
import { standardStages } from '@rapport/core/pipelines/standard'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const pipeline = { id: 'pip_a', stages: standardStages } as unknown as Pipeline
const ids = standardStages.map(({ id }) => id)
const statusOf = (id: string) => standardStages.find((stage) => stage.id === id)?.status ?? 'open'

/** The steps of a deal that was in these stages, one after the other. */
const steps = (...stages: string[]): StageChange[] =>
  stages.map((to, index) => ({
    order: index + 1,
    ...(index > 0 ? { from: stages[index - 1] } : {}),
    pipelineId: 'pip_a',
    to,
    status: statusOf(to),
    at: `2026-11-0${index + 1}T00:00:00.000Z`,
    by: 'usr_a',
    version: index + 1,
    closeDate: '2026-12-31',
  })) as StageChange[]

const told = (...stages: string[]) => {
  const { skipped, backward, isConforming } = conformanceOf(steps(...stages), pipeline)
  return [skipped.map(({ stageId }) => stageId), backward.map(({ from, to }) => `${from} ${to}`), isConforming]
}

test.each<[string, string[], string[], string[]]>([
  ['each stage in turn', ['qualification', 'needs-analysis', 'proposal', 'negotiation', 'closed-won'], [], []],
  ['past a stage', ['qualification', 'proposal'], ['needs-analysis'], []],
  ['into the middle at once', ['proposal'], ['qualification', 'needs-analysis'], []],
  ['won too early', ['qualification', 'needs-analysis', 'closed-won'], ['proposal', 'negotiation'], []],
  ['lost early, which skips nothing', ['qualification', 'closed-lost'], [], []],
  ['back', ['qualification', 'needs-analysis', 'qualification'], [], ['needs-analysis qualification']],
  [
    'back into what was skipped, which makes up for it',
    ['qualification', 'proposal', 'needs-analysis'],
    [],
    ['proposal needs-analysis'],
  ],
  [
    'on where it was before, which skips nothing',
    ['qualification', 'needs-analysis', 'proposal', 'qualification', 'proposal'],
    [],
    ['proposal qualification'],
  ],
  ['open again after the end, which is no step back', ['qualification', 'closed-lost', 'qualification'], [], []],
  ['through a stage that is no more', ['qualification', 'gone', 'needs-analysis'], [], []],
])('%s', (_what, stages, skipped, backward) => {
  expect(told(...stages)).toEqual([skipped, backward, skipped.length + backward.length === 0])
})

test('nothing is skipped that the deal was in, and the order of the steps as told does not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ids), { minLength: 1, maxLength: 9 }), (stages) => {
      const distinct = stages.filter((stage, index) => stage !== stages[index - 1])
      const all = steps(...distinct)
      const { skipped, backward } = conformanceOf(all, pipeline)

      expect(skipped.filter(({ stageId }) => distinct.includes(stageId))).toEqual([])
      expect(backward.length).toBeLessThan(distinct.length)
      expect(conformanceOf([...all].reverse(), pipeline)).toEqual({ ...conformanceOf(all, pipeline) })
    }),
  )
})

test('a deal that came from another pipeline is judged in this one from its beginning', () => {
  const [first, second] = steps('qualification', 'proposal') as [StageChange, StageChange]
  const came = { ...second, fromPipelineId: 'pip_b' }

  expect(conformanceOf([{ ...first, pipelineId: 'pip_b' }, came], pipeline).skipped).toMatchObject([
    { stageId: 'qualification' },
    { stageId: 'needs-analysis' },
  ])
  expect(conformanceOf([first], undefined)).toEqual({ skipped: [], backward: [], isConforming: true })
})
