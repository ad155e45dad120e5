import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { downloadAnswerFile } from './operations/answer-files.ts'
import { showAnswerHistory } from './operations/answer-history.ts'
import { extendAssignment, returnAssignment } from './operations/assignment-lifecycle.ts'
import { listAssignments, showAssignment } from './operations/assignments.ts'
import { showBoard } from './operations/board.ts'
import { closeCycle, openCycle } from './operations/cycle-lifecycle.ts'
import { changeCycle, createCycle, listCycles, previewCycle, showCycle } from './operations/cycles.ts'
import { exportAssignments } from './operations/export-assignments.ts'
import { collectFindings } from './operations/findings.ts'
import { inviteAssignment } from './operations/invite.ts'
import { inviteAll, remindAll, showInvitations } from './operations/letter-runs.ts'
import { remindAssignments } from './operations/remind.ts'
import { saveAnswers } from './operations/save-answers.ts'
import { listScores } from './operations/scores.ts'
import { submitAnswers } from './operations/submit-answers.ts'

export const evaluationEndpoints: Endpoint[] = [
  { route: 'GET /cycles', operation: listCycles },
  { route: 'POST /cycles', operation: createCycle, status: 201 },
  { route: 'GET /cycles/:id', operation: showCycle },
  { route: 'PUT /cycles/:id', operation: changeCycle },
  { route: 'GET /cycles/:id/preview', operation: previewCycle },
  { route: 'PUT /cycles/:id/opening', operation: openCycle },
  { route: 'PUT /cycles/:id/closure', operation: closeCycle },
  { route: 'GET /cycles/:id/board', operation: showBoard },
  { route: 'GET /scores', operation: listScores },
  { route: 'GET /cycles/:id/responses', operation: exportAssignments },
  { route: 'POST /cycles/:id/findings', operation: collectFindings },
  { route: 'GET /cycles/:id/invitations', operation: showInvitations },
  { route: 'POST /cycles/:id/invitations', operation: inviteAll, status: 202 },
  { route: 'POST /cycles/:id/reminders', operation: remindAll, status: 202 },
  { route: 'GET /assignments', operation: listAssignments },
  { route: 'POST /assignments/reminders', operation: remindAssignments },
  { route: 'GET /assignments/:id', operation: showAssignment },
  { route: 'PATCH /assignments/:id/answers', operation: saveAnswers },
  { route: 'GET /assignments/:id/answers/history', operation: showAnswerHistory },
  { route: 'PUT /assignments/:id/submission', operation: submitAnswers },
  { route: 'GET /assignments/:id/files/:file', operation: downloadAnswerFile },
  { route: 'PUT /assignments/:id/extension', operation: extendAssignment },
  { route: 'POST /assignments/:id/returns', operation: returnAssignment },
  { route: 'POST /assignments/:id/invitations', operation: inviteAssignment },
]
