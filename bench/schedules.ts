/**
 * Reads every programme (`*.json`, `*.xml`) of a folder in the schedule format of c3voc, writes it in both formats and reads it back, and
 * names who is at two places at once. Needs no database.
 * `npm run bench -- schedules FOLDER`
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Clash, clashesAmong } from '../src/modules/meetings/rules/clashes/clashes.ts'
import { readScheduleJson } from '../src/modules/meetings/rules/schedule/json-read.ts'
import { writeScheduleJson } from '../src/modules/meetings/rules/schedule/json-write.ts'
import type { Programme } from '../src/modules/meetings/rules/schedule/programme.ts'
import { engagementsOf } from '../src/modules/meetings/rules/schedule/programme-engagements.ts'
import { readScheduleXml } from '../src/modules/meetings/rules/schedule/xml-read.ts'
import { writeScheduleXml } from '../src/modules/meetings/rules/schedule/xml-write.ts'

const folder = process.argv[2]
if (!folder) throw new Error('npm run bench -- schedules FOLDER')
for (const file of readdirSync(folder).sort()) if (/\.(json|xml)$/.test(file)) report(file, readFileSync(join(folder, file), 'utf8'))

function report(file: string, text: string): void {
  const started = performance.now()
  const { programme, problems } = file.endsWith('.xml') ? readScheduleXml(text) : readScheduleJson(text)
  const took = `${(performance.now() - started).toFixed(0)} ms`
  if (programme === null) console.log(`${file}: refused, ${problems.length} faults (${took})`)
  else compare(file, programme, took)
  for (const { at, message } of problems.slice(0, 20)) console.log(`    ${at || '(the file)'}: ${message.en}`)
}

function compare(file: string, programme: Programme, took: string): void {
  const engagements = engagementsOf(programme, file)
  const people = new Set(engagements.map(({ person }) => person)).size
  const clashes = clashesAmong(engagements, () => 0, 0)
  const apart = clashes.filter(({ kind, a, b }) => kind === 'overlap' && a.place !== b.place)
  const isKept = [readScheduleJson(writeScheduleJson(programme)), readScheduleXml(writeScheduleXml(programme))].map(back =>
    isDeepStrictEqual(back.programme, programme),
  )
  const count = (kind: Clash['kind']) => clashes.filter(clash => clash.kind === kind).length
  console.log(`${file}: ${programme.sessions.length} sessions, ${people} people, ${programme.rooms.length} rooms, read in ${took}`)
  console.log(`    double-booked in different rooms: ${apart.length} pairs of ${new Set(apart.map(({ person }) => person)).size} people`)
  console.log(
    `    in the same room: ${count('overlap') - apart.length}; the same session twice: ${count('same-session')}; of unknown length: ${count('unknown-length')}`,
  )
  console.log(`    read back equal: JSON ${isKept[0]}, XML ${isKept[1]}`)
  for (const { person, a, b, minutes } of apart) {
    const [first, second] = [a, b].map(each => `${programme.sessions[Number(each.session)]!.title} (${each.place})`)
    console.log(`    ${nameOf(programme, a.session, person)}, ${minutes} minutes: ${first} and ${second}`)
  }
}

function nameOf({ sessions }: Programme, session: string, key: string): string {
  return sessions[Number(session)]!.people.find(({ id }) => key === `id ${id}`)?.name ?? key
}
