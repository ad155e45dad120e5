import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { deferEntry, moveEntry, pauseTurn, resumeTurn, returnEntry, skipEntry, startTurn, stopTurn } from './operations/acts.ts'
import { addToJury, openAward, planAward, removeFromJury, showAward, stopAward } from './operations/awards.ts'
import { certify } from './operations/certificate.ts'
import { castVote, giveMarks } from './operations/giving.ts'
import { listRounds, showRound } from './operations/read.ts'
import { addEntry, changeEntry, createRound } from './operations/write.ts'

export const roundEndpoints: Endpoint[] = [
  { route: 'GET /meetings/:meeting/rounds', operation: listRounds },
  { route: 'POST /meetings/:meeting/rounds', operation: createRound, status: 201 },
  { route: 'GET /rounds/:id', operation: showRound },
  { route: 'POST /rounds/:round/entries', operation: addEntry, status: 201 },
  { route: 'PUT /round-entries/:id', operation: changeEntry },
  { route: 'PUT /rounds/:id/start', operation: startTurn },
  { route: 'PUT /rounds/:id/pause', operation: pauseTurn },
  { route: 'PUT /rounds/:id/resumption', operation: resumeTurn },
  { route: 'PUT /rounds/:id/stop', operation: stopTurn },
  { route: 'PUT /rounds/:id/skip', operation: skipEntry },
  { route: 'PUT /rounds/:id/deferral', operation: deferEntry },
  { route: 'PUT /rounds/:id/return', operation: returnEntry },
  { route: 'PUT /rounds/:id/order', operation: moveEntry },
  { route: 'GET /rounds/:id/award', operation: showAward },
  { route: 'PUT /rounds/:id/award', operation: planAward },
  { route: 'PUT /rounds/:id/award/opening', operation: openAward },
  { route: 'PUT /rounds/:id/award/stop', operation: stopAward },
  { route: 'POST /rounds/:id/jury', operation: addToJury, status: 201 },
  { route: 'DELETE /rounds/:id/jury/:person', operation: removeFromJury },
  { route: 'PUT /rounds/:id/marks/:entry', operation: giveMarks },
  { route: 'PUT /rounds/:id/vote', operation: castVote },
  { route: 'GET /rounds/:id/certificates/:entry', operation: certify },
]
