/**
 * 100,000 agreements as CSV, XLSX and JSON over REST, from a server of its own: the first byte, the whole, and the memory above what the
 * server held before, and how long others wait meanwhile; XLSX beside the library alone on the same rows, in alternating runs.
 * `npm run bench -- exports [runs] [agreements]`
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { writeXlsxStream } from 'hucre/xlsx'
import { freePort } from '../bin/free-port.js'
import { openKernel } from '../src/kernel.ts'
import { exportAgreements, registerCells, registerHeaders } from '../src/modules/agreements/operations/export.ts'
import type { Exported } from '../src/modules/agreements/queries/export.ts'
import { system } from '../src/platform/authority/actor.ts'
import { call } from '../src/platform/operation/operation.ts'
import { readConfig } from '../src/platform/process/config.ts'
import type { Cell } from '../src/platform/spreadsheets/cells.ts'
import { bytesOf } from '../src/platform/values/file-answer.ts'
import { median } from './setup/load.ts'
import { programToken } from './setup/people.ts'
import { register } from './setup/register.ts'
import { environmentOf, type Server, startServer, stopServer } from './setup/server.ts'

const wanted = { firstByte: 1000, memory: 150, ratio: 1.5, csv: 5000 }
type Measured = { first: number; total: number; megabytes: number; memory: number; wait: number }

process.exit((await measure(Number(process.argv[2]) || 3, Number(process.argv[3]) || 100_000)) ? 0 : 1)

async function measure(runs: number, count: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sinergi-exports-'))
  const environment = environmentOf(folder, await freePort())
  const kernel = await openKernel(readConfig({ ...environment, LOG_LEVEL: 'silent' }))
  await register(kernel, count)
  const token = await programToken(kernel)
  const json = await bytesOf(await call(kernel, system(), exportAgreements, { format: 'json' }, 'command'))
  await kernel.close()
  const rows = (JSON.parse(Buffer.from(json).toString()) as Exported[]).map(registerCells)
  console.log(`${rows.length} agreements of ${registerHeaders.length} columns`)

  const server = await startServer(environment)
  await download(server, token, 'csv&status=expiring') // what is loaded at the first request is loaded
  const results: Record<string, Measured[]> = { csv: [], xlsx: [], json: [] }
  const alone: number[] = []
  for (let run = 0; run < runs; run++) {
    for (const format of Object.keys(results)) results[format]!.push(await download(server, token, format))
    alone.push(await libraryAlone(rows))
  }
  await stopServer(server)
  rmSync(folder, { recursive: true, force: true })
  const middle = (format: string, of: keyof Measured) => median(results[format]!.map(each => each[of]))
  for (const format of Object.keys(results))
    console.log(
      `${format}: first byte ${middle(format, 'first').toFixed(0)} ms, all ${(middle(format, 'total') / 1000).toFixed(1)} s, ` +
        `${middle(format, 'megabytes').toFixed(1)} MB, at most ${Math.max(...results[format]!.map(each => each.memory)).toFixed(0)} MB of memory above idle, others wait at most ${Math.max(...results[format]!.map(each => each.wait)).toFixed(0)} ms`,
    )
  const ratio = median(results.xlsx!.map(({ total }, run) => total / alone[run]!))
  console.log(`the library alone on the same rows: ${(median(alone) / 1000).toFixed(1)} s, ratio ${ratio.toFixed(2)}`)
  console.log(
    `wanted: first byte under ${wanted.firstByte} ms, ${wanted.memory} MB, CSV in ${wanted.csv / 1000} s, ratio at most ${wanted.ratio}`,
  )
  const all = Object.values(results).flat()
  return (
    all.every(({ first, memory }) => first < wanted.firstByte && memory <= wanted.memory) &&
    ratio <= wanted.ratio &&
    middle('csv', 'total') <= wanted.csv
  )
}

async function download({ process: child, address }: Server, token: string, format: string): Promise<Measured> {
  const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024
  const idle = resident()
  let most = idle
  const watching = setInterval(() => {
    most = Math.max(most, resident())
  }, 20)
  const others = waitingOf(address)
  const start = performance.now()
  const answer = await fetch(`${address}/api/v1/agreements/export?format=${format}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
  })
  if (!answer.ok) throw new Error(`The export answered ${answer.status}`)
  let [first, bytes] = [0, 0]
  for await (const chunk of answer.body!) {
    first ||= performance.now() - start
    bytes += chunk.byteLength
  }
  clearInterval(watching)
  const total = performance.now() - start
  return { first, total, megabytes: bytes / 1e6, memory: most - idle, wait: await others.end() }
}

/** How long others wait meanwhile for an answer that costs nothing, asked for every 50 ms: the longest of them, in milliseconds. */
function waitingOf(address: string): { end(): Promise<number> } {
  let [longest, isOver] = [0, false]
  const asking = (async () => {
    while (!isOver) {
      const start = performance.now()
      await (await fetch(`${address}/healthz`)).text()
      longest = Math.max(longest, performance.now() - start)
      await setTimeout(50)
    }
    return longest
  })()
  return {
    end() {
      isOver = true
      return asking
    },
  }
}

/** The rows are there already, and nobody reads them from a database. */
async function libraryAlone(rows: Cell[][]): Promise<number> {
  const columns = registerHeaders.map(header => ({ header, width: 18, numFmt: '@' }))
  const start = performance.now()
  for await (const _ of writeXlsxStream(rows, {
    name: 'Perjanjian',
    columns,
    freezePane: { rows: 1 },
  }) as unknown as AsyncIterable<Uint8Array>);
  return performance.now() - start
}
