import { recordType } from '@rapport/kernel/record-type'
import { fold } from '@rapport/kernel/search'
import type { UniqueValue } from '@rapport/kernel/store'
import { Calendar, calendarFields } from './schema.ts'

/** Held by the default calendar. */
export const defaultCalendar: UniqueValue = { scope: 'calendar.default', value: 'default' }

export const calendarType = recordType<Calendar>({
  kind: 'calendar',
  plural: 'calendars',
  name: 'Calendar',
  schema: Calendar,
  fields: calendarFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  unique: (calendar) => [
    { scope: 'calendar.name', value: fold(calendar.name) },
    ...(calendar.isDefault ? [defaultCalendar] : []),
  ],
})
