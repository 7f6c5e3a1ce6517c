import type { FunctionSpec } from '@rapport/lambda/manifest'

/** Every Lambda function: when it runs, what it may do, what breaks when it fails. */
export const manifest: readonly FunctionSpec[] = [
  {
    name: 'api',
    entry: 'api/index',
    on: { kind: 'http' },
    grants: ['table:read', 'table:write'],
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
    name: 'project-search',
    entry: 'workers/project-search',
    on: { kind: 'stream', batchSizeMax: 25 },
    grants: ['table:read', 'table:write'],
    timeoutS: 30,
    memoryMb: 256,
    impact:
      'Search and tag filters do not find new or renamed records. Nothing is lost; run fsck with repair when it is back.',
  },
  {
    name: 'sweep-due',
    entry: 'workers/sweep-due',
    on: { kind: 'schedule', everyMinutes: 1 },
    grants: ['table:read', 'table:write'],
    timeoutS: 50,
    memoryMb: 256,
    impact: 'Shares do not expire on time in lists and delegated work is not handed back.',
  },
  {
    name: 'invite-user',
    entry: 'workers/invite-user',
    on: { kind: 'queue', from: { events: ['user.created'] }, batchSizeMax: 1, concurrencyMax: 2 },
    grants: ['table:read', 'table:write', 'users:invite', 'mail:send'],
    timeoutS: 30,
    memoryMb: 256,
    impact: 'New colleagues get no invitation and cannot sign in.',
  },
  {
    name: 'sign-out-user',
    entry: 'workers/sign-out-user',
    on: { kind: 'queue', from: { events: ['user.updated'] }, batchSizeMax: 1, concurrencyMax: 2 },
    grants: ['table:read', 'users:sign-out'],
    timeoutS: 30,
    memoryMb: 256,
    impact: 'A disabled user keeps a refresh token. The CRM itself refuses them at once.',
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
]
