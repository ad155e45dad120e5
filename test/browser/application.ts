import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { freePort } from '../../bin/free-port.js'
import { openKernel } from '../../src/kernel.ts'
import { createPerson } from '../../src/modules/organisation/operations/persons.ts'
import { loadInstruments } from '../../src/modules/questionnaires/operations.ts'
import { ensureAccount, setPassword } from '../../src/platform/auth/accounts.ts'
import { hashPassword } from '../../src/platform/auth/passwords.ts'
import { system } from '../../src/platform/authority/actor.ts'
import type { Role } from '../../src/platform/authority/roles.ts'
import { call, type Kernel } from '../../src/platform/operation/operation.ts'
import { readConfig } from '../../src/platform/process/config.ts'
import { root } from '../../src/platform/process/root.ts'
import { clockAt } from '../../src/platform/values/clock.ts'
import { createApp } from '../../src/server.tsx'
import { freshDatabase } from '../database.ts'

export type Application = { url: string; kernel: Kernel; close(): Promise<void> }
/** Somebody with a password, as they would introduce themselves. */
export type Member = { name: string; email: string }

export const password = 'kuda-laut-melompat-tinggi'

/**
 * The whole application on a port of its own, with its jobs at work: offices and the questionnaire are there, and nobody yet. Its clock
 * begins on `day` in the morning and goes on from there.
 */
export async function startApplication(day: string): Promise<Application> {
  await (await import(join(root, 'bin/build.js'))).build()
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-browser-'))
  const port = await freePort('localhost')
  const { store, DATABASE_URL } = await freshDatabase()
  const config = readConfig({
    DATA_DIR: folder,
    PORT: String(port),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
    SECRET: 'a-secret-of-the-tests-that-is-long-enough',
    ...(DATABASE_URL ? { DATABASE_URL } : {}),
  })
  const began = Date.now()
  const clock = clockAt(() => new Date(new Date(`${day}T02:30:00Z`).getTime() + Date.now() - began))
  const kernel = await openKernel(config, {
    store,
    clock,
    baseUrl: `http://localhost:${port}`,
  })
  await call(kernel, system(), loadInstruments, {}, 'setup')
  await kernel.jobs.work(kernel)
  const server = await new Promise<Server>(listening => {
    const made = serve({ fetch: createApp(kernel).fetch, port, hostname: 'localhost' }, () => listening(made as Server))
  })
  return {
    url: kernel.baseUrl,
    kernel,
    async close() {
      server.closeAllConnections()
      await new Promise(closed => server.close(closed))
      await kernel.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody with a role at an office (by code) and a password, who may hold a position there as well. */
export async function enlist({ kernel }: Application, name: string, role: Role, office: string, positionId?: string): Promise<Member> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@contoh.go.id`
  const person = { name, email, locale: 'id' as const, office, role, positionId, descendants: true, fromOn: '2024-01-08' }
  const { id } = await call(kernel, system(), createPerson, person, 'setup')
  const context = { db: kernel.store.db, clock: kernel.clock }
  await setPassword(context, await ensureAccount(context, { id, name, email }), await hashPassword(password))
  return { name, email }
}
