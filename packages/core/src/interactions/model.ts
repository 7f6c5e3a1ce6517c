import { recordType } from '@rapport/kernel/record-type'
import { externalIdGuards } from '../shared/rules.ts'
import { Interaction, interactionFields } from './schema.ts'

export const interactionType = recordType<Interaction>({
  kind: 'interaction',
  plural: 'interactions',
  name: 'Interaction',
  schema: Interaction,
  fields: interactionFields,
  visibility: 'everyone',
  lists: ['owner'],
  parent: 'subjectId',
  unique: (interaction) => externalIdGuards('interaction', interaction.externalIds),
  inherits: (interaction) => interaction.subjectId,
  above: (interaction) => interaction.accountId,
})
