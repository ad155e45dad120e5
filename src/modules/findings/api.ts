import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { searchCycles } from './operations/choices.ts'
import { exportFindings, exportGroups } from './operations/export.ts'
import { linkFollowUp, planFollowUp, unlinkFollowUp } from './operations/follow.ts'
import { listFindings, listGroups, showFinding } from './operations/read.ts'
import { createFinding, dismissFinding, restoreFinding } from './operations/write.ts'

export const findingEndpoints: Endpoint[] = [
  { route: 'GET /findings', operation: listFindings },
  { route: 'GET /findings/export', operation: exportFindings },
  { route: 'GET /findings/cycle-choices', operation: searchCycles },
  { route: 'GET /findings/groups', operation: listGroups },
  { route: 'GET /findings/groups/export', operation: exportGroups },
  { route: 'POST /findings', operation: createFinding, status: 201 },
  { route: 'GET /findings/:id', operation: showFinding },
  { route: 'PUT /findings/:id/dismissal', operation: dismissFinding },
  { route: 'DELETE /findings/:id/dismissal', operation: restoreFinding },
  { route: 'POST /findings/:id/follow-ups', operation: planFollowUp, status: 201 },
  { route: 'PUT /findings/:id/follow-ups/:followUp', operation: linkFollowUp },
  { route: 'DELETE /findings/:id/follow-ups/:followUp', operation: unlinkFollowUp },
]
