import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { beginMinutes } from './operations/begin.ts'
import { answerCorrection, listCorrections, sendCorrection } from './operations/corrections.ts'
import { addDecision, changeDecision, removeDecision, searchAddressees, searchDecisions } from './operations/decisions.ts'
import { listDecisions, listOpenBefore, showDecision } from './operations/decisions-read.ts'
import { exportDecisions } from './operations/export.ts'
import { linkDecision, planDecision, unlinkDecision } from './operations/follow.ts'
import { approveMinutes, distributeMinutes, returnMinutes, sendMinutes, verifyMinutes } from './operations/lifecycle.ts'
import { addPassage, movePassage, removePassage, savePassage } from './operations/passages.ts'
import { listMinutes, showHistory, showMinutes } from './operations/read.ts'

export const minutesEndpoints: Endpoint[] = [
  { route: 'GET /meetings/:meeting/minutes', operation: listMinutes },
  { route: 'POST /meetings/:meeting/minutes', operation: beginMinutes, status: 201 },
  { route: 'GET /minutes/:id', operation: showMinutes },
  { route: 'GET /minutes/:id/history', operation: showHistory },
  { route: 'GET /minutes/:id/verification', operation: verifyMinutes },
  { route: 'PUT /minutes/:id/submission', operation: sendMinutes },
  { route: 'PUT /minutes/:id/return', operation: returnMinutes },
  { route: 'PUT /minutes/:id/approval', operation: approveMinutes },
  { route: 'PUT /minutes/:id/distribution', operation: distributeMinutes },
  { route: 'POST /minutes/:minutes/passages', operation: addPassage, status: 201 },
  { route: 'PUT /passages/:id', operation: savePassage },
  { route: 'PUT /passages/:id/place', operation: movePassage },
  { route: 'DELETE /passages/:id', operation: removePassage },
  { route: 'GET /minutes/:minutes/corrections', operation: listCorrections },
  { route: 'POST /minutes/:minutes/corrections', operation: sendCorrection, status: 201 },
  { route: 'PUT /corrections/:id', operation: answerCorrection },
  { route: 'POST /minutes/:minutes/decisions', operation: addDecision, status: 201 },
  { route: 'GET /meetings/:meeting/open-decisions', operation: listOpenBefore },
  { route: 'GET /decisions', operation: listDecisions },
  { route: 'GET /decisions/export', operation: exportDecisions },
  { route: 'GET /decisions/choices', operation: searchDecisions },
  { route: 'GET /decisions/office-choices', operation: searchAddressees },
  { route: 'GET /decisions/:id', operation: showDecision },
  { route: 'PUT /decisions/:id', operation: changeDecision },
  { route: 'DELETE /decisions/:id', operation: removeDecision },
  { route: 'POST /decisions/:id/follow-ups', operation: planDecision, status: 201 },
  { route: 'PUT /decisions/:id/follow-ups/:followUp', operation: linkDecision },
  { route: 'DELETE /decisions/:id/follow-ups/:followUp', operation: unlinkDecision },
]
