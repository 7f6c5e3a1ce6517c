import type { Pipeline, Stage } from '../pipelines/schema.ts'
import type { Conformance, StageChange } from './schema.ts'

/**
 * How a deal kept to the process, by its steps in any order: open stages that it went past without ever having been in them, and steps
 * back. A loss ends a deal wherever it is, a reopening is no step back, and stages that the process has no more are not judged.
 */
export function conformanceOf(steps: readonly StageChange[], pipeline: Pipeline | undefined): Conformance {
  const inOrder = [...steps].sort((a, b) => a.order - b.order)
  const own = pipeline ? inOrder.filter(({ pipelineId }) => pipelineId === pipeline.id) : []
  const stages = pipeline?.stages ?? []
  const been = new Set<string>()
  const skipped = new Map<string, Conformance['skipped'][number]>()
  let backward: Conformance['backward'] = []
  for (const { from, fromPipelineId, to, at, status } of own) {
    const isWithin = from !== undefined && fromPipelineId === undefined
    const [start, end] = [isWithin ? indexOf(stages, from) : 0, indexOf(stages, to)]
    been.add(to)
    skipped.delete(to)
    if (start < 0 || end < 0) continue
    if (isOpen(stages[start]) && status === 'open' && end < start)
      backward = [...backward, { from: from ?? to, to, at }]
    if (status === 'lost') continue
    const passed = stages.slice(start, status === 'won' ? undefined : end)
    for (const stage of passed.filter((one) => isOpen(one) && one.inactiveSince === undefined && !been.has(one.id)))
      if (!skipped.has(stage.id)) skipped.set(stage.id, { stageId: stage.id, at })
  }
  return { skipped: [...skipped.values()], backward, isConforming: skipped.size === 0 && backward.length === 0 }
}

const isOpen = (stage: Stage | undefined): boolean => stage?.status === 'open'

const indexOf = (stages: readonly Stage[], id: string): number => stages.findIndex((stage) => stage.id === id)
