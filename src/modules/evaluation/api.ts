import type { Endpoint } from '../../platform/endpoint.ts'
import { downloadAnswerFile } from './operations/answer-files.ts'
import { extendTarget, returnTarget } from './operations/assignment-lifecycle.ts'
import { showBoard } from './operations/board.ts'
import { closeCycle, openCycle } from './operations/cycle-lifecycle.ts'
import { changeCycle, createCycle, listCycles, previewCycle, showCycle } from './operations/cycles.ts'
import { exportTargets } from './operations/export-targets.ts'
import { collectFindings } from './operations/findings.ts'
import { listInstruments, loadInstruments, publishInstrument, showInstrument } from './operations/instruments.ts'
import { inviteTarget } from './operations/invite.ts'
import { continueInvitations, inviteAll, remindAll, showInvitations } from './operations/letter-runs.ts'
import { remindTargets } from './operations/remind.ts'
import { saveAnswers } from './operations/save-answers.ts'
import { submitAnswers } from './operations/submit-answers.ts'
import { listTargets, showTarget } from './operations/targets.ts'

export const evaluationEndpoints: Endpoint[] = [
  { route: 'GET /instruments', operation: listInstruments },
  { route: 'POST /instruments', operation: publishInstrument, status: 201 },
  { route: 'POST /instruments/loads', operation: loadInstruments },
  { route: 'GET /instruments/:id', operation: showInstrument },
  { route: 'GET /cycles', operation: listCycles },
  { route: 'POST /cycles', operation: createCycle, status: 201 },
  { route: 'GET /cycles/:id', operation: showCycle },
  { route: 'PUT /cycles/:id', operation: changeCycle },
  { route: 'GET /cycles/:id/preview', operation: previewCycle },
  { route: 'PUT /cycles/:id/opening', operation: openCycle },
  { route: 'PUT /cycles/:id/closure', operation: closeCycle },
  { route: 'GET /cycles/:id/board', operation: showBoard },
  { route: 'GET /cycles/:id/responses', operation: exportTargets },
  { route: 'POST /cycles/:id/findings', operation: collectFindings },
  { route: 'GET /cycles/:id/invitations', operation: showInvitations },
  { route: 'POST /cycles/:id/invitations', operation: inviteAll, status: 202 },
  { route: 'POST /cycles/:id/reminders', operation: remindAll, status: 202 },
  { route: 'PUT /cycles/:id/invitations', operation: continueInvitations },
  { route: 'GET /targets', operation: listTargets },
  { route: 'POST /targets/reminders', operation: remindTargets },
  { route: 'GET /targets/:id', operation: showTarget },
  { route: 'PATCH /targets/:id/answers', operation: saveAnswers },
  { route: 'PUT /targets/:id/submission', operation: submitAnswers },
  { route: 'GET /targets/:id/files/:file', operation: downloadAnswerFile },
  { route: 'PUT /targets/:id/extension', operation: extendTarget },
  { route: 'POST /targets/:id/returns', operation: returnTarget },
  { route: 'POST /targets/:id/invitations', operation: inviteTarget },
]
