import { z } from 'zod'
import { operation } from '../../../platform/operation/operation.ts'
import { example } from '../../../platform/values/example-ids.ts'
import { fileOf } from '../../../platform/values/file-answer.ts'
import { Download, id } from '../../../platform/values/shapes.ts'
import { lastRelease } from '../queries/programmes.ts'
import { findMeeting, type MeetingRow } from '../queries/visible.ts'
import { localAt, stampIn } from '../rules/local-time.ts'
import { writeScheduleJson } from '../rules/schedule/json-write.ts'
import type { Programme } from '../rules/schedule/programme.ts'
import { writeScheduleXml } from '../rules/schedule/xml-write.ts'
import type { Session } from '../schema/programmes.ts'

const formats = {
  json: { type: 'application/json', write: writeScheduleJson },
  xml: { type: 'application/xml', write: writeScheduleXml },
}

export const exportProgramme = operation({
  name: 'programmes.export',
  summary: 'The programme that was released last, as schedule.json or schedule.xml: for calendars, signs and apps of other makers',
  power: 'meeting.read',
  reads: true,
  input: z.object({ meeting: id, format: z.enum(['json', 'xml']) }),
  output: Download,
  example: { meeting: example.runningMeeting, format: 'json' },
  async run(context, { meeting: meetingId, format }) {
    const meeting = await findMeeting(context, meetingId)
    const release = await lastRelease(context, meetingId)
    const programme = programmeOf(meeting, release?.sessions ?? [], `${context.baseUrl}/rapat/${meetingId}`, String(release?.number ?? 0))
    const { type, write } = formats[format]
    return fileOf(`${meeting.number}.${format}`, type, new TextEncoder().encode(write(programme)))
  },
})

/** As other systems know it. A session that has no time yet has no place in such a file. */
function programmeOf(meeting: MeetingRow, sessions: readonly Session[], baseUrl: string, version: string): Programme {
  const { zone } = meeting
  const timed = sessions.flatMap(session =>
    session.startsAt && session.day ? [{ ...session, startsAt: session.startsAt, day: session.day }] : [],
  )
  const days = timed.map(({ day }) => day).sort()
  const first = localAt(meeting.startsAt, zone).slice(0, 10)
  return {
    title: meeting.title,
    acronym: meeting.number.toLowerCase(),
    from: days[0] ?? first,
    to: days.at(-1) ?? first,
    timeZone: zone,
    baseUrl,
    version,
    rooms: [...new Set(timed.flatMap(({ room }) => room ?? []))].map(name => ({ name, guid: null, capacity: null })),
    sessions: timed.map(({ id, title, kind, class: track, description, room, day, startsAt, endsAt, parts }) => ({
      guid: id,
      code: '',
      title,
      kind,
      track,
      abstract: description,
      room: room ?? meeting.place ?? '',
      day,
      startsAt: stampIn(Date.parse(`${localAt(startsAt, zone)}:00Z`), zone),
      minutes: endsAt === null ? null : Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
      people: parts.map(({ personId, name, role }) => ({ id: personId, name, role })),
      language: 'id',
    })),
  }
}
