import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import type { UniqueValue } from '@rapport/kernel/store'
import { type Card, Pipeline, pipelineFields } from './schema.ts'

/** Exactly one live pipeline is the default one. */
export const defaultPipeline: UniqueValue = { scope: 'pipeline.default', value: 'default' }

export const pipelineType = recordType<Pipeline>({
  kind: 'pipeline',
  plural: 'pipelines',
  name: 'Pipeline',
  schema: Pipeline,
  fields: pipelineFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  unique: (pipeline) => (pipeline.isDefault ? [defaultPipeline] : []),
})

/** The stage's partition holds all its cards, consistently; the indexes hold those of an owner, a team, or all, in their order. */
export const cardModel = defineItem<Card>({
  name: 'card',
  attributes: ['of', 'pipelineId', 'stageId', 'ownerId', 'teamId', 'isForEveryone', 'rank'],
  record: { partition: 'card#${pipelineId}#${stageId}', sort: '${of}' },
  indexes: {
    owner: { partition: 'card#${pipelineId}#${stageId}#${ownerId}', sort: '${rank}#${of}' },
    team: { partition: 'card#${pipelineId}#${stageId}#${teamId}', sort: '${rank}#${of}' },
    everyone: {
      partition: 'card#${pipelineId}#${stageId}',
      sort: '${rank}#${of}',
      when: (card) => card.isForEveryone === true,
    },
    all: { partition: 'card#${pipelineId}#${stageId}', sort: '${rank}#${of}' },
  },
})
