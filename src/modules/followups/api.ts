import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { cancelFollowUp, reassignFollowUp, reopenFollowUp, rescheduleFollowUp } from './operations/change.ts'
import { searchCycles, searchOwners } from './operations/choices.ts'
import { createFollowUp, listOwners } from './operations/create.ts'
import { exportFollowUps } from './operations/export.ts'
import { listFollowUps, readEvidence, showFollowUp, showProgress } from './operations/read.ts'
import { reportFollowUp } from './operations/report.ts'
import { verifyFollowUp } from './operations/verify.ts'

export const followUpEndpoints: Endpoint[] = [
  { route: 'GET /follow-ups', operation: listFollowUps },
  { route: 'POST /follow-ups', operation: createFollowUp, status: 201 },
  { route: 'GET /follow-ups/progress', operation: showProgress },
  { route: 'GET /follow-up-owners', operation: listOwners },
  { route: 'GET /follow-ups/export', operation: exportFollowUps },
  { route: 'GET /follow-ups/owner-choices', operation: searchOwners },
  { route: 'GET /follow-ups/cycle-choices', operation: searchCycles },
  { route: 'GET /follow-ups/:id', operation: showFollowUp },
  { route: 'POST /follow-ups/:id/reports', operation: reportFollowUp, status: 201 },
  { route: 'PUT /follow-ups/:id/verdict', operation: verifyFollowUp },
  { route: 'PUT /follow-ups/:id/owner', operation: reassignFollowUp },
  { route: 'PUT /follow-ups/:id/due-date', operation: rescheduleFollowUp },
  { route: 'PUT /follow-ups/:id/cancellation', operation: cancelFollowUp },
  { route: 'PUT /follow-ups/:id/reopening', operation: reopenFollowUp },
  { route: 'GET /follow-ups/:id/evidence/:file', operation: readEvidence },
]
