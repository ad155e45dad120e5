import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { groupNotices, listNotices, readAllNotices, readNotice } from './operations/inbox.ts'
import { changePreferences, showPreferences } from './operations/preferences.ts'

export const noticeEndpoints: Endpoint[] = [
  { route: 'GET /notices', operation: listNotices },
  { route: 'GET /notices/groups', operation: groupNotices },
  { route: 'PUT /notices/read', operation: readAllNotices },
  { route: 'PUT /notices/:id/read', operation: readNotice },
  { route: 'GET /notices/preferences', operation: showPreferences },
  { route: 'PUT /notices/preferences', operation: changePreferences },
]
