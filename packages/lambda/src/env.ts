import * as z from 'zod'
import type { Env } from './deps.ts'

const wholeNumber = z.string().regex(/^\d{1,9}$/, 'must be a whole number')

const EnvSchema: z.ZodType<Env> = z.object({
  STAGE: z.string().min(1),
  TABLE_NAME: z.string().min(3),
  BUS_NAME: z.string().min(1),
  FILES_BUCKET: z.string().min(3),
  MAIL_FROM: z.string().min(3),
  MAIL_INBOUND: z.union([z.literal(''), z.email()]).default(''),
  SES_CONFIGURATION_SET: z.string().min(1),
  USER_POOL_ID: z.string().regex(/^[\w-]+_[0-9A-Za-z]+$/, 'must look like eu-west-1_AbCdEf123'),
  USER_POOL_CLIENT_ID: z.string().min(1),
  PUBLIC_URL: z.url().refine((url) => !url.endsWith('/'), 'must not end with a slash'),
  CORS_ORIGINS: z.string(),
  RIGHTS_TTL_MS: wholeNumber.refine((ms) => Number(ms) <= 60_000, 'must be at most 60000'),
  INDEX_SHARDS: wholeNumber.refine((shards) => Number(shards) >= 1, 'must be at least 1'),
  RATE_PER_S: wholeNumber.refine((rate) => Number(rate) >= 1, 'must be at least 1'),
})

/** The environment of a function. Throws one error that names everything that is missing or wrong, never a value. */
export function readEnv(env: Readonly<Record<string, string | undefined>>): Env {
  const { success, data, error } = EnvSchema.safeParse(env)
  if (success) return data
  const problems = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new Error(`The environment is incomplete.\n${problems.join('\n')}`)
}
