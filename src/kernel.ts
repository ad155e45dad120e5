import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { watchLanguages } from './modules/languages/queries/watching.ts'
import { agendaKinds, bulkKinds, liveTopics, jobs as moduleJobs, noticeKinds, runKinds, subjects, timerKinds } from './modules.ts'
import { createAuth } from './platform/auth/auth.ts'
import { openStore, type Store } from './platform/database/database.ts'
import { migrate } from './platform/database/migrate.ts'
import { openFiles } from './platform/files/store.ts'
import { openJobs } from './platform/jobs/jobs.ts'
import { openLive } from './platform/live/live.ts'
import { openMail } from './platform/mail/mail.ts'
import type { Kernel } from './platform/operation/operation.ts'
import type { Config } from './platform/process/config.ts'
import { logTo } from './platform/process/log.ts'
import { watchOutages } from './platform/refusals/outages.ts'
import { openStreams } from './platform/streams/streaming.ts'
import { openTimers } from './platform/timers/ticker.ts'
import { type Clock, systemClock } from './platform/values/clock.ts'

type Options = { clock?: Clock; store?: Store; baseUrl?: string }

/** Opens everything that lives as long as the process, in the order in which each needs the other. */
export async function openKernel(config: Config, options: Options = {}): Promise<Kernel & { close(): Promise<void> }> {
  const log = logTo(line => process.stderr.write(line), config.LOG_LEVEL)
  const clock = options.clock ?? systemClock
  const baseUrl = (
    options.baseUrl ??
    config.BASE_URL ??
    `http://${config.HOST === '0.0.0.0' ? 'localhost' : config.HOST}:${config.PORT}`
  ).replace(/\/$/, '')
  const store = options.store ?? (await openStore(config))
  try {
    const migrated = await migrate(store)
    if (migrated.length) log.info('database.migrated', { migrated })
    const secret = config.SECRET ?? (await keptSecret(config.DATA_DIR))
    const files = await openFiles(config)
    const languages = await watchLanguages(store, log)
    const outages = watchOutages(store, files, log)
    const jobs = await openJobs(store, moduleJobs, log, outages)
    const auth = createAuth(config, store, secret, baseUrl)
    const kernel: Kernel = {
      config,
      store,
      clock,
      log,
      jobs,
      timers: openTimers(timerKinds),
      files,
      streams: openStreams(config),
      mailer: openMail(config),
      outages,
      languages,
      auth,
      secret,
      baseUrl,
      subjects,
      noticeKinds,
      runKinds,
      timerKinds,
      bulkKinds,
      agendaKinds,
      liveTopics,
      live: openLive(),
    }
    return Object.assign(kernel, {
      async close() {
        await kernel.live.close()
        outages.stop()
        languages.stop()
        await kernel.timers.stop()
        await jobs.stop()
        await store.close()
      },
    })
  } catch (error) {
    await store.close()
    throw error
  }
}

/** A key for the cookies that outlives a restart; readable by the owner alone. */
async function keptSecret(folder: string): Promise<string> {
  const path = join(folder, 'secret')
  const kept = await readFile(path, 'utf8').catch(() => '')
  if (kept.length >= 32) return kept
  await mkdir(folder, { recursive: true })
  const made = randomBytes(32).toString('base64url')
  await writeFile(path, made, { mode: 0o600 })
  return made
}
