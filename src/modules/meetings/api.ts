import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { checkProgramme, dismissClash, exportClashes, listClashes, restoreClash, showClash } from './operations/clashes.ts'
import { exportProgramme } from './operations/exporting.ts'
import { fillProgramme } from './operations/filling.ts'
import { cancelMeeting, endMeeting, inviteToMeeting, reportMeeting, restoreMeeting, startMeeting } from './operations/lifecycle.ts'
import { addMaterial, listMaterials, removeMaterial } from './operations/materials.ts'
import { releaseProgramme, showProgramme } from './operations/programmes.ts'
import { listMeetingKinds, listMeetings, searchRegions, showMeeting } from './operations/read.ts'
import { importAttendance, importProgramme } from './operations/reading.ts'
import { addRoom, changeRoom, listRooms, removeRoom } from './operations/rooms.ts'
import { chooseSeries, listSeries, showSeries, showSeriesChoices } from './operations/series.ts'
import { addPart, addSession, changeSession, removePart, removeSession } from './operations/sessions.ts'
import { answerObjectives, changeMeeting, copyMeeting, createMeeting } from './operations/write.ts'

export const meetingEndpoints: Endpoint[] = [
  { route: 'GET /meetings', operation: listMeetings },
  { route: 'POST /meetings', operation: createMeeting, status: 201 },
  { route: 'GET /meetings/kinds', operation: listMeetingKinds },
  { route: 'GET /meetings/regions', operation: searchRegions },
  { route: 'GET /meetings/:id', operation: showMeeting },
  { route: 'PUT /meetings/:id', operation: changeMeeting },
  { route: 'POST /meetings/:id/copies', operation: copyMeeting, status: 201 },
  { route: 'PUT /meetings/:id/objectives', operation: answerObjectives },
  { route: 'PUT /meetings/:id/invitation', operation: inviteToMeeting },
  { route: 'PUT /meetings/:id/start', operation: startMeeting },
  { route: 'PUT /meetings/:id/end', operation: endMeeting },
  { route: 'PUT /meetings/:id/report', operation: reportMeeting },
  { route: 'PUT /meetings/:id/cancellation', operation: cancelMeeting },
  { route: 'GET /meetings/:id/series', operation: showSeriesChoices },
  { route: 'PUT /meetings/:id/series', operation: chooseSeries },
  { route: 'GET /series', operation: listSeries },
  { route: 'GET /series/:id', operation: showSeries },
  { route: 'PUT /meetings/:id/restoration', operation: restoreMeeting },
  { route: 'GET /meetings/:meeting/programme', operation: showProgramme },
  { route: 'POST /meetings/:meeting/programme/files', operation: fillProgramme, status: 201 },
  { route: 'GET /meetings/:meeting/programme/export', operation: exportProgramme },
  { route: 'GET /meetings/:meeting/clashes', operation: checkProgramme },
  { route: 'POST /meetings/:meeting/releases', operation: releaseProgramme, status: 201 },
  { route: 'POST /meetings/:meeting/sessions', operation: addSession, status: 201 },
  { route: 'PUT /sessions/:id', operation: changeSession },
  { route: 'DELETE /sessions/:id', operation: removeSession },
  { route: 'POST /sessions/:session/parts', operation: addPart, status: 201 },
  { route: 'DELETE /parts/:id', operation: removePart },
  { route: 'GET /meetings/:meeting/materials', operation: listMaterials },
  { route: 'POST /sessions/:session/materials', operation: addMaterial, status: 201 },
  { route: 'DELETE /materials/:id', operation: removeMaterial },
  { route: 'GET /meetings/:meeting/rooms', operation: listRooms },
  { route: 'POST /meetings/:meeting/rooms', operation: addRoom, status: 201 },
  { route: 'PUT /rooms/:id', operation: changeRoom },
  { route: 'DELETE /rooms/:id', operation: removeRoom },
  { route: 'GET /clashes', operation: listClashes },
  { route: 'GET /clashes/export', operation: exportClashes },
  { route: 'GET /clashes/:id', operation: showClash },
  { route: 'PUT /clashes/:id/dismissal', operation: dismissClash },
  { route: 'DELETE /clashes/:id/dismissal', operation: restoreClash },
  { route: 'POST /programmes/imports', operation: importProgramme },
  { route: 'POST /attendance/imports', operation: importAttendance },
]
