import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { createFeed, listFeeds, revokeFeed } from './operations/feeds.ts'
import { listCalendar } from './operations/list.ts'

export const calendarEndpoints: Endpoint[] = [
  { route: 'GET /calendar', operation: listCalendar },
  { route: 'GET /calendar/feeds', operation: listFeeds },
  { route: 'POST /calendar/feeds', operation: createFeed, status: 201 },
  { route: 'DELETE /calendar/feeds/:id', operation: revokeFeed },
]
