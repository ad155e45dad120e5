import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65535)
const url = z.url()

/** Environment variables, checked at start. The README lists the same names; a test holds the two lists equal. */
export const Settings = z.object({
  PORT: port.default(8080).describe('Port to listen on'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for every network'),
  BASE_URL: url.optional().describe('Public address, used in mail; without it http://HOST:PORT'),
  DATABASE_URL: url
    .optional()
    .describe(
      'PostgreSQL 15 or later, such as postgres://user:password@host/database?sslmode=verify-full; without it an embedded database in DATA_DIR',
    ),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(1)
    .max(200)
    .default(10)
    .describe('Most connections to PostgreSQL for pages and programs; six more serve long work, jobs and /readyz'),
  DATA_DIR: z.string().default('data').describe('Folder of the embedded database, files and undelivered mail'),
  SECRET: z.string().min(32).optional().describe('Key of the cookies, at least 32 characters; without it one is made and kept in DATA_DIR'),
  SMTP_URL: url
    .optional()
    .describe('Mail server, such as smtps://user:password@host; without it mail is kept in DATA_DIR and shown to administrators'),
  MAIL_FROM: z.string().default('Sinergi <sinergi@localhost>').describe('Sender of mail'),
  S3_BUCKET: z.string().optional().describe('Bucket for files; without it they are kept in DATA_DIR'),
  S3_REGION: z.string().default('auto').describe('Region of the bucket'),
  S3_ENDPOINT: url.optional().describe('Address of an S3 service other than AWS'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key of the S3 service'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of the S3 service'),
  OIDC_DISCOVERY_URL: url.optional().describe('OpenID Connect discovery document, to offer sign-in by the organisation'),
  OIDC_CLIENT_ID: z.string().optional().describe('Client of the OpenID Connect service'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Secret of that client'),
  FILE_LIMIT_MB: z.coerce.number().positive().max(500).default(20).describe('Largest file that may be uploaded, in MiB'),
  TRUST_PROXY: z.stringbool().default(false).describe('Believe X-Forwarded-For and X-Forwarded-Proto of the proxy in front'),
  OFFLINE: z
    .stringbool()
    .default(true)
    .describe('Browsers open forms without a connection; false takes the service worker and what it keeps away from every browser'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('Least important line that is logged'),
})
export type Config = z.output<typeof Settings> & { demo: boolean }

/** Throws with one line for each variable that is wrong. */
export function readConfig(environment: Record<string, string | undefined>, demo = false): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Settings.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  return { ...parsed.data, demo }
}
