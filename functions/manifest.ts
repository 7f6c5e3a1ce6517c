import type { FunctionSpec } from '@rapport/lambda/manifest'

/** Every Lambda function: when it runs, what it may do, what breaks when it fails. */
export const manifest: readonly FunctionSpec[] = [
  {
    name: 'api',
    entry: 'api/index',
    on: { kind: 'http' },
    grants: ['table:read', 'table:write', 'files:read', 'files:write'],
    timeoutS: 10,
    memoryMb: 512,
    impact: 'People and programs cannot reach the CRM.',
  },
  {
    name: 'publish-events',
    entry: 'workers/publish-events',
    on: { kind: 'stream', batchSizeMax: 100 },
    grants: ['bus:publish'],
    timeoutS: 30,
    memoryMb: 256,
    impact:
      'Nothing reacts to changes: no invitations, no integrations. Events wait in the stream for 24 hours, then republish them.',
  },
  {
    name: 'project-records',
    entry: 'workers/project-records',
    on: { kind: 'stream', batchSizeMax: 25 },
    grants: ['table:read', 'table:write'],
    timeoutS: 30,
    memoryMb: 256,
    impact:
      'Search, list filters and totals do not know of new changes. Nothing is lost; run fsck with repair when it is back.',
  },
  {
    name: 'sweep-due',
    entry: 'workers/sweep-due',
    on: { kind: 'schedule', everyMinutes: 1 },
    grants: ['table:read', 'table:write'],
    timeoutS: 50,
    memoryMb: 256,
    impact:
      'Delegated work is not given back on time, a handover that got stuck does not go on, and tasks neither remind nor become overdue.',
  },
  {
    name: 'sync-sign-in',
    entry: 'workers/sync-sign-in',
    on: {
      kind: 'queue',
      from: { events: ['user.created', 'user.updated', 'user.deleted', 'user.restored'] },
      batchSizeMax: 1,
      concurrencyMax: 2,
    },
    // The user pool mails invitations itself, under a role of its own.
    grants: ['table:read', 'table:write', 'users:invite', 'users:manage'],
    timeoutS: 30,
    memoryMb: 256,
    impact:
      'New colleagues get no invitation, a changed address does not sign in, and who left keeps a sign-in, which the CRM itself refuses.',
  },
  {
    name: 'sign-out-user',
    entry: 'workers/sign-out-user',
    on: { kind: 'queue', from: { events: ['user.updated', 'user.deleted'] }, batchSizeMax: 1, concurrencyMax: 2 },
    grants: ['table:read', 'users:sign-out'],
    timeoutS: 30,
    memoryMb: 256,
    impact: 'A disabled or deleted user keeps a refresh token. The CRM itself refuses them at once.',
  },
  {
    name: 'record-mail-feedback',
    entry: 'workers/record-mail-feedback',
    on: { kind: 'queue', from: { mailFeedback: true }, batchSizeMax: 10, concurrencyMax: 2 },
    grants: ['table:read', 'table:write'],
    timeoutS: 30,
    memoryMb: 256,
    impact: 'Bounced and complaining addresses are not suppressed and get mail again.',
  },
  {
    name: 'run-handover',
    entry: 'workers/run-handover',
    on: {
      kind: 'queue',
      from: { events: ['handover.created', 'handover.continued', 'handover.reverting'] },
      batchSizeMax: 1,
      concurrencyMax: 2,
    },
    grants: ['table:read', 'table:write'],
    timeoutS: 60,
    memoryMb: 256,
    impact:
      'Records of people who are ill or leaving stay with them. The next sweep 15 minutes later begins the batch again.',
  },
  {
    name: 'route-case',
    entry: 'workers/route-case',
    on: { kind: 'queue', from: { events: ['case.created', 'case.queued'] }, batchSizeMax: 5, concurrencyMax: 2 },
    grants: ['table:read', 'table:write'],
    timeoutS: 30,
    memoryMb: 256,
    impact: 'Cases of queues that assign by themselves reach nobody at once; the sweep assigns them a minute later.',
  },
  {
    name: 'carry-over-lead',
    entry: 'workers/carry-over-lead',
    on: {
      kind: 'queue',
      from: { events: ['lead.converted', 'lead.conversion_undone', 'interaction.created', 'note.created'] },
      batchSizeMax: 1,
      concurrencyMax: 2,
    },
    grants: ['table:read', 'table:write'],
    timeoutS: 60,
    memoryMb: 256,
    impact: 'What was said about converted leads stays with the leads. Nothing is lost; redrive the queue.',
  },
  {
    name: 'notify-handover',
    entry: 'workers/notify-handover',
    on: { kind: 'queue', from: { events: ['handover.finished'] }, batchSizeMax: 1, concurrencyMax: 2 },
    grants: ['table:read', 'table:write', 'mail:send'],
    timeoutS: 30,
    memoryMb: 256,
    impact: 'Nobody is told that they have got the work of a colleague. The records themselves are there.',
  },
  {
    name: 'remind-owner',
    entry: 'workers/remind-owner',
    on: { kind: 'queue', from: { events: ['task.reminded'] }, batchSizeMax: 1, concurrencyMax: 2 },
    grants: ['table:read', 'table:write', 'mail:send'],
    timeoutS: 30,
    memoryMb: 256,
    impact: 'Nobody gets a letter about tasks that are due soon. The agenda shows them all the same.',
  },
]
