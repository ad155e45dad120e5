import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { listBadges, showBadge } from './operations/badges.ts'
import { checkIn, showCode } from './operations/codes.ts'
import { showDesk } from './operations/desk.ts'
import { exportAttendance } from './operations/export.ts'
import { assignParticipant } from './operations/participants/assign.ts'
import { importParticipants } from './operations/participants/import.ts'
import { listParticipants, listReports, showParticipant, showReport } from './operations/participants/read.ts'
import { recordReport, withdrawReport } from './operations/participants/record.ts'
import { showPast } from './operations/past.ts'
import { listAttendance, showAttendance, showSeat } from './operations/read.ts'
import { correctAttendance, recordAttendance } from './operations/record.ts'
import { reissueBadge } from './operations/reissue.ts'

export const attendanceEndpoints: Endpoint[] = [
  { route: 'GET /attendance', operation: showPast },
  { route: 'GET /meetings/:meeting/attendance', operation: showAttendance },
  { route: 'GET /meetings/:meeting/attendance/rows', operation: listAttendance },
  { route: 'GET /meetings/:meeting/attendance/export', operation: exportAttendance },
  { route: 'POST /meetings/:meeting/attendance/badges', operation: reissueBadge, status: 201 },
  { route: 'POST /meetings/:meeting/attendance/events', operation: recordAttendance },
  { route: 'GET /meetings/:meeting/attendance/desk', operation: showDesk },
  { route: 'GET /meetings/:meeting/attendance/badge', operation: showBadge },
  { route: 'GET /meetings/:meeting/attendance/badges', operation: listBadges },
  { route: 'POST /meetings/:meeting/attendance/check-ins', operation: checkIn },
  { route: 'GET /meetings/:meeting/sessions/:session/attendance-code', operation: showCode },
  { route: 'GET /meetings/:meeting/sessions/:session/attendance/:invitee', operation: showSeat },
  { route: 'PUT /meetings/:meeting/sessions/:session/attendance/:invitee', operation: correctAttendance },
  { route: 'GET /meetings/:meeting/participant-reports', operation: listReports },
  { route: 'POST /meetings/:meeting/participant-reports', operation: importParticipants, status: 201 },
  { route: 'GET /participant-reports/:id', operation: showReport },
  { route: 'GET /participant-reports/:report/participants', operation: listParticipants },
  { route: 'PUT /participant-reports/:id/recording', operation: recordReport },
  { route: 'PUT /participant-reports/:id/withdrawal', operation: withdrawReport },
  { route: 'GET /participants/:id', operation: showParticipant },
  { route: 'PUT /participants/:id', operation: assignParticipant },
]
