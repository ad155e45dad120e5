import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { search } from './operations/list.ts'
import { listSavedSearches, removeSavedSearch, renameSavedSearch, saveSearch } from './operations/saved.ts'
import { rebuildSearch, showSearchState } from './operations/texts.ts'

export const searchEndpoints: Endpoint[] = [
  { route: 'GET /search', operation: search },
  { route: 'GET /search/state', operation: showSearchState },
  { route: 'POST /search/rebuilds', operation: rebuildSearch },
  { route: 'GET /saved-searches', operation: listSavedSearches },
  { route: 'POST /saved-searches', operation: saveSearch, status: 201 },
  { route: 'PUT /saved-searches/:id', operation: renameSavedSearch },
  { route: 'DELETE /saved-searches/:id', operation: removeSavedSearch },
]
