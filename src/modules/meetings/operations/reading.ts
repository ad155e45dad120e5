import { z } from 'zod'
import { reach } from '../../../platform/authority/reach.ts'
import { inEach } from '../../../platform/i18n/words.ts'
import { type Context, operation } from '../../../platform/operation/operation.ts'
import { invalid, someWrong } from '../../../platform/refusals/refusal.ts'
import { flag, line, optional, Upload } from '../../../platform/values/shapes.ts'
import { sheetsOf, withoutRows } from '../../imports/operations/sheets.ts'
import { officesToStaff } from '../../organisation/queries/officials.ts'
import { Zone } from '../../organisation/schema.ts'
import { type RundownSheet, rundownSheets } from '../rules/rundown/columns.ts'
import { readRundown, rundownPreview } from '../rules/rundown/read-rundown.ts'
import { readScheduleJson } from '../rules/schedule/json-read.ts'
import type { Programme, ProgrammeProblem } from '../rules/schedule/programme.ts'
import { readScheduleXml } from '../rules/schedule/xml-read.ts'
import { type VideoReportTable, videoReportTable } from '../rules/video-report/columns.ts'
import { officeMentions } from '../rules/video-report/offices.ts'
import { readVideoReport } from '../rules/video-report/read-report.ts'
import { AttendancePreview } from '../schema/attendance.ts'
import { ProgrammePreview } from '../schema/rundown.ts'
import { refusals } from '../words/refusals.ts'
import { scheduleProblems } from '../words/schedule-problems.ts'

const fileOf = (name: string, ...lines: string[]) => ({ name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) })
export const exampleRundown = fileOf('rundown.csv', 'Hari/Tanggal,Waktu,Kegiatan', '"Kamis, 20 Juli 2023",08.00 – 09.00 WITA,Pembukaan')
export const exampleReport = fileOf(
  'participants.csv',
  'Name (Original Name),User Email,Join Time,Leave Time,In Waiting Room',
  'Sari_KPU Kab. Banyuwangi,,07/30/2025 08:39:01 AM,07/30/2025 12:36:28 PM,No',
)
const zone = Zone.default('Asia/Jakarta')
const preview = flag.default(false).describe('Only say what the file says; nothing else can be done with it yet')

export const importProgramme = operation({
  name: 'programmes.import',
  summary: 'Read the programme (rundown) of a meeting from a spreadsheet: say which sessions it has. Records nothing',
  power: 'meeting.write',
  reads: true,
  input: z.object({ file: Upload, zone: zone.describe('Of its times, unless it names WIB, WITA or WIT itself'), preview }),
  output: ProgrammePreview,
  example: {
    file: exampleRundown,
    preview: true,
  },
  async prepare(context, { file, preview }) {
    checkPreview(context, preview)
    return programmeIn(file.bytes)
  },
  async run(context, { zone, preview }, sheets) {
    checkPreview(context, preview)
    return rundownPreview(readRundown(sheets, zone))
  },
})

export const importAttendance = operation({
  name: 'attendance.import',
  summary: 'Read the participant report of a meeting by video: say which offices took part, and whom nobody can tell. Records nothing',
  power: 'meeting.write',
  reads: true,
  input: z.object({
    file: Upload,
    zone: zone.describe('Of its times'),
    domain: optional(line(253)).describe('Of e-mail addresses whose first part says whose they are, such as `kab_malang`'),
    preview,
  }),
  output: AttendancePreview,
  example: {
    file: exampleReport,
    preview: true,
  },
  async prepare(context, { file, preview }) {
    checkPreview(context, preview)
    return reportIn(file.bytes)
  },
  async run(context, { zone, domain, preview }, table) {
    checkPreview(context, preview)
    // Whoever is signed in knows what offices are called, so those of the whole country are met.
    const mentions = officeMentions(await officesToStaff(context))
    return readVideoReport(table, { zone, domain: domain?.replace(/^@/, '') ?? null, mentions })
  },
})

/** Beyond these it is no programme and no meeting: what is read is understood between other requests, which wait meanwhile. */
const mostRows = 5000
const mostConnections = 30_000

/** Whoever writes the meetings of some office may try what a file says, wherever that is: the answer is made of the file. */
function checkPreview(context: Context, preview: boolean): void {
  reach(context, 'meeting.write')
  if (!preview) throw invalid('preview', refusals.onlyPreview)
}

export type ProgrammeFile = { sheets: RundownSheet[] } | { programme: Programme; notes: ProgrammeProblem[] }

/** A programme in whichever form: a spreadsheet, or the schedule format in JSON or XML. Refuses `file` with the place of each fault. */
export async function programmeFile(bytes: Uint8Array): Promise<ProgrammeFile> {
  const first = /^[\s\ufeff]*(.)/.exec(new TextDecoder().decode(bytes.subarray(0, 200)))?.[1]
  if (first !== '{' && first !== '<') return { sheets: await programmeIn(bytes) }
  if (bytes.byteLength > mostBytes) throw invalid('file', scheduleProblems.tooLong({ most: mostBytes }))
  const text = new TextDecoder().decode(bytes)
  const { programme, problems } = first === '{' ? readScheduleJson(text) : readScheduleXml(text)
  if (programme) return { programme, notes: problems }
  const told = problems
    .slice(0, mostFaults)
    .map(({ at, message }) => inEach(locale => (at ? `${at}: ${message[locale]}` : message[locale]!)))
  throw someWrong({ file: told })
}

/** A programme of 1,000 sessions takes less than half of it. */
const mostBytes = 4_000_000
const mostFaults = 20

async function programmeIn(bytes: Uint8Array): Promise<RundownSheet[]> {
  const sheets = rundownSheets(await sheetsOf(bytes))
  if (!sheets.length) throw invalid('file', refusals.noProgrammeHeader)
  if (sheets.every(({ rows }) => rows.length === 0)) throw withoutRows()
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > mostRows) throw invalid('file', refusals.tooManyRows({ most: mostRows }))
  return sheets
}

/** The rows of a participant report; refuses `file` where it is none. */
export async function reportIn(bytes: Uint8Array): Promise<VideoReportTable> {
  const table = videoReportTable(await sheetsOf(bytes))
  if (!table) throw invalid('file', refusals.noConnectionsHeader)
  if (!table.connections.length) throw withoutRows()
  if (table.connections.length > mostConnections) throw invalid('file', refusals.tooManyRows({ most: mostConnections }))
  return table
}
