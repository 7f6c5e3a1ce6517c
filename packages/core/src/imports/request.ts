import { CrmError, forbidden, type Issue, invalid, unprocessable } from '@rapport/kernel/errors'
import { isAllowed } from '@rapport/kernel/policy'
import { records } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { plansOf } from '../mappings/rows.ts'
import { rowFieldsOf } from './batch.ts'
import { importPresetType } from './model.ts'
import type { ImportPreset, ImportRequest } from './schema.ts'
import { isUniqueKey, typeOf } from './unique.ts'

/** What is wrong with a mapping is said when it is made, and not for each row. */
export const ImportPresets = records<ImportPreset>(importPresetType, async (_ctx, { next }) => {
  if (!next.deletedAt) await refuseSenseless(next)
  return {}
})

export type Settings = Pick<ImportPreset, 'kind' | 'format' | 'mapping' | 'mode' | 'match'>

const SETTINGS = ['kind', 'format', 'mapping', 'mode', 'match'] as const

/** What a request asks for, by itself or by its preset. Throws when it is both, neither, or makes no sense. */
export async function settingsOf(ctx: Ctx, { presetId, ...request }: ImportRequest): Promise<Settings> {
  const settings = presetId === undefined ? ownSettings(request) : await presetSettings(ctx, presetId, request)
  if (!isAllowed(ctx.principal, 'bulk', settings.kind, ctx.now)) {
    throw forbidden(`${settings.kind}.bulk_denied`, `You may not import ${settings.kind} records.`)
  }
  await refuseSenseless(settings)
  return settings
}

function ownSettings(request: Omit<ImportRequest, 'presetId'>): Settings {
  const missing = (['kind', 'format', 'mode'] as const).filter((name) => request[name] === undefined)
  const { kind, format, mode, mapping, match } = request
  if (!kind || !format || !mode) {
    throw invalid(
      'body.invalid',
      'Name a preset, or say what is to be imported and how.',
      missing.map((name) => ({ pointer: `/${name}`, code: 'field.required', message: 'is needed without a preset' })),
    )
  }
  return { kind, format, mode, ...(mapping && { mapping }), ...(match && { match }) }
}

async function presetSettings(ctx: Ctx, id: string, request: Omit<ImportRequest, 'presetId'>): Promise<Settings> {
  const both = SETTINGS.filter((name) => request[name] !== undefined)
  if (both.length > 0) {
    throw refusal(
      both.map((name) => issue(`/${name}`, 'import.said_twice', 'is said by the preset')),
      'A preset says this already.',
    )
  }
  const preset = await ImportPresets.get(ctx, id).catch((error: unknown) => {
    const isGone = error instanceof CrmError && error.kind === 'notFound'
    throw isGone ? refusal([issue('/presetId', 'reference.not_found', 'names no preset that you may see')]) : error
  })
  const { kind, format, mode, mapping, match } = preset
  return { kind, format, mode, ...(mapping && { mapping }), ...(match && { match }) }
}

/** Throws unprocessable unless a file could be imported so. */
async function refuseSenseless({ kind, mapping, mode, match }: Settings): Promise<void> {
  const type = typeOf(kind)
  const issues: Issue[] = []
  if (mode === 'create' && match !== undefined) {
    issues.push(issue('/match', 'import.match_needless', 'is for records that are there already'))
  }
  if (mode !== 'create' && match === undefined) {
    issues.push(issue('/match', 'import.match_missing', 'says how a row finds its record'))
  }
  if (match !== undefined && type && !(await isUniqueKey(type, match))) {
    issues.push(issue('/match', 'import.key_unknown', `is nothing unique to a ${kind}`))
  }
  issues.push(...(mapping ? unknownTargets(kind, mapping) : []))
  for (const [index, { reference }] of (mapping?.columns ?? []).entries()) {
    const of = reference && typeOf(reference.kind)
    if (reference && !(of && (await isUniqueKey(of, reference.by)))) {
      issues.push(issue(`/mapping/columns/${index}/reference`, 'import.key_unknown', 'names nothing unique'))
    }
  }
  if (issues.length > 0) throw refusal(issues)
}

function unknownTargets(kind: Settings['kind'], mapping: NonNullable<Settings['mapping']>): Issue[] {
  const { unknown } = plansOf(rowFieldsOf(kind), mapping)
  return mapping.columns.flatMap(({ to }, index) =>
    unknown.includes(to)
      ? [issue(`/mapping/columns/${index}/to`, 'import.field_unknown', `is no field of a ${kind}`)]
      : [],
  )
}

const issue = (pointer: string, code: string, message: string): Issue => ({ pointer, code, message })

const refusal = (issues: readonly Issue[], message = 'This import makes no sense as it is.') =>
  unprocessable(issues[0]?.code ?? 'import.invalid', message, issues)
