import * as z from 'zod'

/** What differs between one deployment and the next. Everything else is the same code. */
export interface Config {
  stage: string
  /** Sender of every mail, e.g. `Rapport <crm@example.com>`. */
  mailFrom: string
  mailAddress: string
  /** The mailbox whose letters come in; its domain's MX record points to SES. */
  mailInbound: string | undefined
  mailDomain: string
  /** Whether the sender was chosen. The placeholder lets a template be made, not a letter be sent. */
  isMailConfigured: boolean
  alarmEmail: string | undefined
  /** The CRM's own host name with its certificate, which CloudFront wants in us-east-1. */
  domain: { name: string; certificateArn: string } | undefined
  corsOrigins: readonly string[]
  budgetUsdPerMonth: number
  indexShards: number
  /** Off in accounts whose concurrency quota is still 10: Lambda refuses any reservation there. */
  reservesConcurrency: boolean
  /** The table a restore made, instead of the one of the data stack. */
  restoredTable: { tableName: string; streamLabel: string } | undefined
  account: string | undefined
  region: string | undefined
}

/** Cognito refuses a sign-in domain with one of these words in it. */
const RESERVED = /aws|amazon|cognito/

const Environment = z
  .object({
    STAGE: z
      .string()
      .regex(/^[a-z][a-z0-9]{0,15}$/)
      .refine((stage) => !RESERVED.test(stage), 'must not contain aws, amazon or cognito')
      .default('dev'),
    MAIL_FROM: z
      .string()
      .max(320)
      .regex(/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+\.[^<>@\s]+$/)
      .optional(),
    MAIL_INBOUND: z.email().max(60).optional(),
    ALARM_EMAIL: z.email().optional(),
    DOMAIN: z.hostname().optional(),
    CERTIFICATE_ARN: z
      .string()
      .regex(/^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/)
      .optional(),
    CORS_ORIGINS: z.string().default(''),
    BUDGET_USD: z.coerce.number().int().min(1).default(50),
    INDEX_SHARDS: z.coerce.number().int().min(1).max(64).default(1),
    RESERVE_CONCURRENCY: z.enum(['yes', 'no']).default('yes'),
    RESTORED_TABLE: z
      .string()
      .regex(/^[\w.-]{3,255}$/)
      .optional(),
    RESTORED_STREAM_LABEL: z
      .string()
      .regex(/^[\d:.T-]+$/)
      .optional(),
    CDK_DEFAULT_ACCOUNT: z.string().optional(),
    CDK_DEFAULT_REGION: z.string().optional(),
  })
  .refine((env) => Boolean(env.DOMAIN) === Boolean(env.CERTIFICATE_ARN), 'DOMAIN and CERTIFICATE_ARN go together')
  .refine(
    (env) => Boolean(env.RESTORED_TABLE) === Boolean(env.RESTORED_STREAM_LABEL),
    'RESTORED_TABLE and RESTORED_STREAM_LABEL go together',
  )

const Origin = z.string().regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/)

/** Reads the deployment's settings. Throws an error that names the variable when one is malformed. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const env = Environment.parse(given)
  const mailFrom = env.MAIL_FROM ?? 'Rapport <crm@example.com>'
  const mailAddress = mailFrom.replace(/^.*<|>$/g, '')
  return {
    stage: env.STAGE,
    mailFrom,
    mailAddress,
    mailInbound: env.MAIL_INBOUND,
    mailDomain: mailAddress.slice(mailAddress.indexOf('@') + 1),
    isMailConfigured: env.MAIL_FROM !== undefined,
    alarmEmail: env.ALARM_EMAIL,
    domain: env.DOMAIN && env.CERTIFICATE_ARN ? { name: env.DOMAIN, certificateArn: env.CERTIFICATE_ARN } : undefined,
    corsOrigins: env.CORS_ORIGINS.split(',')
      .map((origin) => origin.trim())
      .filter(Boolean)
      .map((origin) => Origin.parse(origin)),
    budgetUsdPerMonth: env.BUDGET_USD,
    indexShards: env.INDEX_SHARDS,
    reservesConcurrency: env.RESERVE_CONCURRENCY === 'yes',
    restoredTable:
      env.RESTORED_TABLE && env.RESTORED_STREAM_LABEL
        ? { tableName: env.RESTORED_TABLE, streamLabel: env.RESTORED_STREAM_LABEL }
        : undefined,
    account: env.CDK_DEFAULT_ACCOUNT,
    region: env.CDK_DEFAULT_REGION,
  }
}
