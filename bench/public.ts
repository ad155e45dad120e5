/**
 * The public register searched by words by somebody who is not signed in, in a register of which half is on request: a page and how many
 * there are, for words that stand everywhere, that some have, that one has, that none has, and that all have where it is not shown.
 * `npm run bench -- public [agreements] [runs]`
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openKernel } from '../src/kernel.ts'
import { listRegister } from '../src/modules/register/operations/read.ts'
import { anonymous } from '../src/platform/authority/actor.ts'
import { call, type Kernel } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { median } from './setup/load.ts'
import { register } from './setup/register.ts'

const [agreements, runs] = [Number(process.argv[2]) || 20_000, Number(process.argv[3]) || 15]
const step = 2500
const searches = {
  everywhere: { q: 'pertukaran data' },
  some: { q: 'mitra 7' },
  one: { q: `nomor ${agreements - 1}` },
  none: { q: 'tidakada' },
  hidden: { q: 'narasumber', openness: 'on_request' },
} as const

const folder = mkdtempSync(join(tmpdir(), 'sinergi-public-'))
const kernel = await openKernel(readConfig({ ...process.env, DATA_DIR: folder, LOG_LEVEL: 'silent' }))
try {
  await register(kernel, agreements)
  await putOnRequest(kernel)
  for (const [name, asks] of Object.entries(searches)) {
    const times: number[] = []
    let found = ''
    for (let run = 0; run <= runs; run++) {
      const began = performance.now()
      const { total, more } = await call(kernel, anonymous('id'), listRegister, asks)
      if (run) times.push(performance.now() - began)
      found = `${total}${more ? ' and more' : ''}`
    }
    const sorted = times.toSorted((a, b) => a - b)
    console.log(
      `${agreements} agreements, ${name} "${asks.q}": ${found} found, median ${median(times).toFixed(1)} ms, at most ${sorted.at(-1)!.toFixed(1)} ms`,
    )
  }
} finally {
  await kernel.close()
  rmSync(folder, { recursive: true, force: true })
}

/** Every second of them, and all with a scope, in steps as long as a statement of a page may take. */
async function putOnRequest({ store: { db } }: Kernel): Promise<void> {
  for (let at = 0; at < agreements; at += step) {
    const { rows } = await sql<{ id: string }>`
      with step as (select id from agreement order by id offset ${at} limit ${step}),
      scoped as (insert into agreement_scope (id, agreement_id, seq, text) select gen_random_uuid(), id, 1, 'Penyediaan narasumber pendidikan pemilih' from step)
      update agreement a set openness = (array['public', 'on_request'])[1 + (hashtext(a.id::text) & 1)] from step where a.id = step.id returning a.id`.execute(
      db,
    )
    await sql`select refresh_agreements(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
  }
  await sql`vacuum analyze agreement`.execute(db)
}
