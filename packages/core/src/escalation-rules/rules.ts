import type { EscalationRule } from './schema.ts'

/** Rules of an organisation: all are read to choose one. */
export const RULES_MAX = 100

/** The highest age that a step of a rule waits for, in minutes. */
export const longestAge = ({ steps }: Pick<EscalationRule, 'steps'>): number =>
  Math.max(0, ...steps.map(({ when }) => when.afterMinutes ?? 0))
