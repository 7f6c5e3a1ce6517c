import { recordType } from '@rapport/kernel/record-type'
import { fold } from '@rapport/kernel/search'
import { Team, teamFields } from './schema.ts'

export const teamType = recordType<Team>({
  kind: 'team',
  plural: 'teams',
  name: 'Team',
  schema: Team,
  fields: teamFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  unique: (team) => [{ scope: 'team.name', value: fold(team.name) }],
  search: (team) => ({ words: [team.name] }),
})
