import type { CloudAssembly } from 'aws-cdk-lib/cx-api'

/** Resources per stack. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
export const RESOURCES_MAX = 500

/** One line for each stack: how many resources it has, and of what. */
export function summary({ stacks }: Pick<CloudAssembly, 'stacks'>): string {
  return stacks.map((stack) => line(stack.stackName, typesOf(stack.template))).join('')
}

/** What this needs of a template. */
interface Template {
  Resources: Record<string, { Type: string }>
}

export const typesOf = ({ Resources }: Template): string[] => Object.values(Resources).map(({ Type }) => Type)

function line(name: string, types: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  const most = [...counts].sort(([, a], [, b]) => b - a).slice(0, 6)
  const parts = most.map(([type, count]) => `${count} ${type.replace('AWS::', '')}`).join(', ')
  return `${name}: ${types.length} of ${RESOURCES_MAX} resources (${parts}, …)\n`
}
