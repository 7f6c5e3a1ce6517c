import type { Template } from 'aws-cdk-lib/assertions'
import { entriesOf, targetOf } from './templates.ts'

export interface Statement {
  actions: string[]
  resources: string[]
  when?: unknown
}

interface RawStatement {
  Effect: string
  Action: string | string[]
  Resource: unknown
  Condition?: unknown
}

/** What each role may do, with resources as a person would name them. */
export function grantsOf(template: Template): Map<string, Statement[]> {
  const grants = new Map<string, Statement[]>()
  const add = (role: string, { Statement }: { Statement: RawStatement[] }): void => {
    grants.set(nameOf(role), [...(grants.get(nameOf(role)) ?? []), ...Statement.map(toStatement)])
  }
  for (const [, { Properties }] of entriesOf(template, 'AWS::IAM::Policy')) {
    for (const role of Properties.Roles) add(targetOf(role) ?? '', Properties.PolicyDocument)
  }
  for (const [id, { Properties }] of entriesOf(template, 'AWS::IAM::Role')) {
    for (const { PolicyDocument } of Properties.Policies ?? []) add(id, PolicyDocument)
  }
  return new Map([...grants].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function toStatement({ Effect, Action, Resource, Condition }: RawStatement): Statement {
  if (Effect !== 'Allow') throw new Error('A role only allows.')
  return {
    actions: [Action].flat(),
    resources: [Resource].flat().map(readable),
    ...(Condition !== undefined && { when: rendered(Condition) }),
  }
}

const rendered = (node: unknown): unknown =>
  JSON.parse(JSON.stringify(node), (_key, value) => (isIntrinsic(value) ? readable(value) : value))

const isIntrinsic = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  /^(Ref|Fn::)/.test(Object.keys(value)[0] ?? '')

/** An expression of CloudFormation as text: `data:Table.Arn/index/owner`, `arn:…:${Region}:…`. */
export function readable(node: unknown): string {
  if (typeof node !== 'object' || node === null) return String(node)
  const [[operation, operand] = []] = Object.entries(node)
  if (operation === 'Ref') return operand.startsWith('AWS::') ? `\${${operand.slice(5)}}` : plain(operand)
  if (operation === 'Fn::GetAtt') return `${plain(operand[0])}.${operand[1]}`
  if (operation === 'Fn::Join') return operand[1].map(readable).join(operand[0])
  if (operation === 'Fn::Sub') return String(operand).replaceAll('AWS::', '')
  if (operation === 'Fn::GetStackOutput') return `data:${output(operand.OutputName)}`
  throw new Error(`${operation} has no readable form yet.`)
}

function output(name: string): string {
  const [, resource, attribute] = /^PublishOutput(?:Ref|FnGetAtt)(.+?)[0-9A-F]{8}(.*?)[0-9A-F]{8}$/.exec(name) ?? []
  return resource === undefined ? name : `${resource}${attribute ? `.${attribute}` : ''}`
}

/** A logical id without its hash. */
const plain = (id: string): string => id.replace(/[0-9A-F]{8}$/, '')

const nameOf = (role: string): string => plain(role).replace(/^Functions(\w+)Role$/, '$1')
