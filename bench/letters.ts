/**
 * The invitation letters of a meeting to which 2,700 are invited, as one long work from the first statement to the archive that is
 * downloaded; beside it the typesetter alone on the same letters, in one compilation and in as many as the work has files, each in a process
 * of its own. Time, and the most memory of this process and of those that it starts.
 * `npm run bench -- letters [how many] [--embedded]`
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openKernel } from '../src/kernel.ts'
import { createMeeting } from '../src/modules/meetings/operations/write.ts'
import { meetingKindId } from '../src/modules/meetings/schema/meetings.ts'
import { attachLetters, downloadLetters, makeLetters, nextLetters, showLetters } from '../src/modules/papers/operations/letters.ts'
import { makingLetters } from '../src/modules/papers/runs.ts'
import { system } from '../src/platform/authority/actor.ts'
import type { Paper } from '../src/platform/documents/paper.ts'
import { papersPdf } from '../src/platform/documents/paper-pdf.ts'
import { call, newId } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import { findRun } from '../src/platform/runs/find.ts'
import { isOver } from '../src/platform/runs/run.ts'
import { loadReferenceData } from '../src/reference-data.ts'
import { environmentOf } from './setup/server.ts'

async function measure(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-letters-'))
  const kernel = await openKernel(readConfig({ ...environmentOf(folder, 0), PORT: '3000', LOG_LEVEL: 'silent' }))
  await loadReferenceData(kernel)
  const meeting = await invitedMeeting(kernel, count)
  const watch = watchMemory()
  const start = performance.now()
  const { bundle } = await call(kernel, system(), makeLetters, { meeting })
  for (let run = (await findRun(kernel.store.db, bundle!.run))!; !isOver(run); run = (await findRun(kernel.store.db, run.id))!) {
    await makingLetters.step(kernel, system(), run)
    process.stderr.write(`\r${run.done} of ${run.total}`)
  }
  const made = seconds(start)
  let bytes = 0
  for await (const chunk of (await call(kernel, system(), downloadLetters, { meeting })).chunks) bytes += chunk.byteLength
  const all = seconds(start)
  const { own, children } = watch.end()
  const view = await call(kernel, system(), showLetters, { meeting })
  console.log(
    `\n${kernel.store.engine}: ${count} letters in ${view.bundle!.files} files, made in ${made} s, with the archive of ${(bytes / 1e6).toFixed(1)} MB in ${all} s; at most ${own} MB in this process and ${children} MB in the one beside it`,
  )
  const files = await lettersOf(kernel, meeting)
  const inOne = await typeset([files.flat()])
  const inMany = await typeset(files)
  for (const [what, { time, memory }] of [
    ['in one compilation', inOne],
    [`in ${files.length}`, inMany],
  ] as const)
    console.log(
      `Typst alone, ${what}: ${time.toFixed(1)} s, at most ${memory} MB; the whole work takes ${(Number(all) / time).toFixed(2)} times as long and ${((own + children) / memory).toFixed(2)} times as much memory`,
    )
  await kernel.close()
  rmSync(folder, { recursive: true, force: true })
}

type Kernel = Awaited<ReturnType<typeof openKernel>>

async function invitedMeeting(kernel: Kernel, count: number): Promise<string> {
  const plan = {
    kindId: meetingKindId('rakor'),
    office: '00',
    mode: 'onsite' as const,
    place: 'Hotel Nusantara, Jakarta',
    theme: 'Bersinergi',
  }
  const { id } = await call(kernel, system(), createMeeting, {
    ...plan,
    title: 'Rapat Koordinasi Nasional',
    startsAt: '2027-03-10T09:00',
    endsAt: '2027-03-11T16:00',
    legalBasis: 'Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum',
    objectives: ['Menyepakati format pertukaran data', 'Menyusun rencana kerja sama tahun depan'],
  } as never)
  const offices = await kernel.store.db.selectFrom('office').select('id').orderBy('code').execute()
  const row = { meeting_id: id, involvement: 'must' as const, mode: 'onsite' as const, created_at: new Date(), sent_at: new Date() }
  for (let at = 0; at < count; at += 500)
    await kernel.store.db
      .insertInto('meeting_invitee')
      .values(
        Array.from({ length: Math.min(500, count - at) }, (_, nth) => ({
          ...row,
          id: newId(),
          key: `g:${at + nth}`,
          name: `Penerima Undangan Nomor ${at + nth}`,
          position: 'Ketua Divisi Hukum dan Pengawasan',
          office_id: offices[(at + nth) % offices.length]!.id,
          letter: '12/UND/00/2027',
        })),
      )
      .execute()
  return id
}

/** What each file of the letters says, as the work reads it. */
async function lettersOf(kernel: Kernel, meeting: string): Promise<Paper[][]> {
  const { bundle } = await call(kernel, system(), makeLetters, { meeting })
  const files: Paper[][] = []
  for (;;) {
    const next = await call(kernel, system(), nextLetters, { id: bundle!.run }, 'job')
    if (!next?.papers.length) return files
    files.push(next.papers)
    const file = { name: 'x.pdf', bytes: new Uint8Array([1]) }
    const { papers: _, ...made } = next
    await call(kernel, system(), attachLetters, { id: bundle!.run, ...made, file }, 'job')
  }
}

/** The typesetter and nothing else, one process after the other, each on what one file says; the most memory of any. */
async function typeset(files: readonly Paper[][]): Promise<{ time: number; memory: number }> {
  const watch = watchMemory()
  const start = performance.now()
  for (const [first, ...others] of files) await papersPdf([first!, ...others])
  return { time: (performance.now() - start) / 1000, memory: watch.end().children }
}

const seconds = (start: number): string => ((performance.now() - start) / 1000).toFixed(1)

/** The most resident memory of this process and of any that it starts, in MB, looked at every 50 ms. */
function watchMemory() {
  let [own, children] = [0, 0]
  const look = () => {
    own = Math.max(own, residentOf('self'))
    for (const name of readdirSync('/proc'))
      if (/^\d+$/.test(name) && parentOf(name) === process.pid) children = Math.max(children, peakOf(name))
  }
  const timer = setInterval(look, 50)
  return {
    end() {
      clearInterval(timer)
      return { own, children }
    },
  }
}

const statusOf = (name: string): string => {
  try {
    return readFileSync(`/proc/${name}/status`, 'utf8')
  } catch {
    return '' // it has ended
  }
}
const parentOf = (name: string): number => Number(/^PPid:\s+(\d+)/m.exec(statusOf(name))?.[1])
const megabytes = (name: string, line: string): number =>
  Math.round(Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(statusOf(name))?.[1] ?? 0) / 1024)
const residentOf = (name: string): number => megabytes(name, 'VmRSS')
const peakOf = (name: string): number => megabytes(name, 'VmHWM')

await measure(Number(process.argv.find(each => /^\d+$/.test(each))) || 2700)
