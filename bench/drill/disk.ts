import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../bin/free-port.js'
import { startPostgres } from '../../bin/postgres.js'
import { openKernel } from '../../src/kernel.ts'
import { sweepFiles } from '../../src/modules/files/operations/sweep.ts'
import { verifyFiles } from '../../src/modules/files/operations/verify.ts'
import { officeId } from '../../src/modules/organisation/schema.ts'
import { system } from '../../src/platform/authority/actor.ts'
import { call, newId } from '../../src/platform/operation/operation.ts'
import { readConfig } from '../../src/platform/process/config.ts'
import { programToken, signedIn } from '../setup/people.ts'
import { register } from '../setup/register.ts'
import { environmentOf, startServer, stopServer } from '../setup/server.ts'
import { NotHere } from './not-here.ts'

const megabyte = 1024 * 1024
const file = () => new File(['%PDF-1.7\n', new Uint8Array(2 * megabyte).fill(32)], 'naskah.pdf')

/**
 * The folder of files lies on a disk of a few megabytes that fills up while documents are uploaded, by form and by program, and is then
 * made larger.
 */
export async function fullDisk(): Promise<string[]> {
  if (process.getuid?.() !== 0) throw new NotHere('only root may mount a small disk')
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-drill-'))
  const files = join(folder, 'data')
  mkdirSync(files)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', files], { encoding: 'utf8', timeout: 60_000 })
  if (mounted.status !== 0) throw new NotHere(`a small disk could not be mounted: ${mounted.stderr.trim()}`)
  const postgres = await startPostgres()
  try {
    return await fill(files, { ...environmentOf(files, await freePort()), DATABASE_URL: postgres.url, LOG_LEVEL: 'silent' })
  } finally {
    await postgres.stop()
    spawnSync('umount', ['-l', files], { timeout: 60_000 })
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fill(folder: string, environment: NodeJS.ProcessEnv): Promise<string[]> {
  const wrong: string[] = []
  const kernel = await openKernel(readConfig(environment))
  await register(kernel, 100)
  const { id } = await kernel.store.db.selectFrom('agreement').select('id').limit(1).executeTakeFirstOrThrow()
  const server = await startServer(environment)
  const [cookie, token] = [await signedIn(kernel), await programToken(kernel)]
  const marker = newId()
  let longest = 0
  const send = async (path: string, init: RequestInit) => {
    const from = performance.now()
    const answer = await fetch(server.address + path, { redirect: 'manual', signal: AbortSignal.timeout(60_000), ...init }).catch(
      () => null,
    )
    const text = (await answer?.text()) ?? ''
    longest = Math.max(longest, performance.now() - from)
    return { status: answer?.status ?? 0, retryAfter: answer?.headers.get('retry-after'), text }
  }
  const upload = (headers: Record<string, string>, path: string) => {
    const body = new FormData()
    body.append('label', `Naskah ${marker}`)
    body.append('file', file())
    return send(path, { method: 'POST', headers: { origin: server.address, ...headers }, body })
  }
  const byForm = () => upload({ cookie }, `/perjanjian/${id}/dokumen/baru`)
  const byProgram = () => upload({ authorization: `Bearer ${token}` }, `/api/v1/agreements/${id}/documents`)

  let taken = 0
  const refused: Awaited<ReturnType<typeof byForm>>[] = []
  for (let at = 0; at < 24; at++) {
    const answer = await (at % 2 ? byForm() : byProgram())
    if (answer.status === 303 || answer.status === 201) taken++
    else refused.push(answer)
  }
  while (statfsSync(folder).bavail > 0) {
    try {
      writeFileSync(join(folder, `rest-${newId()}`), Buffer.alloc(statfsSync(folder).bavail * 4096))
    } catch {
      break
    }
  }
  for (let at = 0; at < 4; at++) refused.push(await (at % 2 ? byForm() : byProgram()))
  const [page, ready, write] = [
    await send('/perjanjian', { headers: { cookie } }),
    await send('/readyz', {}),
    await send('/temuan', {
      method: 'POST',
      headers: { cookie, origin: server.address },
      body: new URLSearchParams({
        idempotency_key: newId(),
        kind: 'obstacle',
        officeId: officeId('35.10'),
        title: 'Cakram penuh',
        text: 'Cakram penuh',
      }),
    }),
  ]
  const statuses = [...Map.groupBy(refused, ({ status }) => status)].map(([status, all]) => `${status} × ${all.length}`).join(', ')
  const form = refused.findLast(({ text }) => text.includes('<title>'))
  console.log(`  ${taken} documents taken, then ${statuses}, Retry-After ${form?.retryAfter}, at most ${(longest / 1000).toFixed(1)} s`)
  console.log(
    `  a person reads “${form?.text.match(/<title>([^<]*)/)?.[1]}”; list ${page.status}, a form without a file ${write.status}, /readyz ${ready.status}`,
  )
  if (!taken) wrong.push('no document was taken before')
  if (!refused.length) wrong.push('the disk did not fill up')
  for (const { status, retryAfter, text } of refused) {
    if (status !== 503) wrong.push(`an upload onto the full disk was answered ${status}: ${text.slice(0, 200)}`)
    if (status === 503 && !(Number(retryAfter) > 0)) wrong.push('nobody is told when to come again')
    if (text.includes('<title>') && !(text.includes(`value="Naskah ${marker}"`) && text.includes('naskah.pdf')))
      wrong.push('what was typed is not on the page')
  }
  if (page.status !== 200 || ready.status !== 200 || write.status !== 303) wrong.push('what needs no file does not work any more')

  const grown = spawnSync('mount', ['-o', 'remount,size=128m', folder], { encoding: 'utf8', timeout: 60_000 })
  if (grown.status !== 0) throw new Error(grown.stderr)
  const from = performance.now()
  for (let status = 0; status !== 303; status = (await byForm()).status)
    if (performance.now() - from > 60_000) return [...wrong, 'it did not come back']
  console.log(`  with more room the next upload was taken ${((performance.now() - from) / 1000).toFixed(1)} s later`)
  taken++
  const { count } = await kernel.store.db
    .selectFrom('agreement_document')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('label', '=', `Naskah ${marker}`)
    .executeTakeFirstOrThrow()
  const check = await call(kernel, system(), verifyFiles, {}, 'command')
  console.log(`  acknowledged ${taken}, there ${count}; files read ${check.files}, not as stored ${check.bad}`)
  if (count !== taken || check.files !== taken || check.bad) wrong.push('what was acknowledged is not what is there')
  const later = { ...kernel, clock: { now: () => new Date(Date.now() + 8 * 86_400_000), today: kernel.clock.today } }
  const swept = await call(later, system(), sweepFiles, {}, 'command')
  const after = await call(kernel, system(), verifyFiles, {}, 'command')
  console.log(`  a week later ${swept.removed} files of failed uploads are swept (${swept.bytes} bytes), ${after.files} whole ones stay`)
  if (after.bad || after.files !== taken) wrong.push('the sweep took a file that belongs to something')
  await stopServer(server)
  await kernel.close()
  return [...new Set(wrong)]
}
