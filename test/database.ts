import { randomBytes } from 'node:crypto'
import pg from 'pg'

/**
 * With DATABASE_URL each test file gets a database of its own on that server, copied from a template that was migrated once
 * (`test/prepare.ts`); without it, an embedded one in memory.
 */
export async function freshDatabase(): Promise<{ DATABASE_URL?: string }> {
  const server = process.env.DATABASE_URL
  if (!server) return {}
  const name = `sinergi_test_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return { DATABASE_URL: url.href }
}
