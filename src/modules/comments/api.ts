import type { Endpoint } from '../../platform/doors/endpoint.ts'
import { showAttachment, showPicture } from './operations/pictures.ts'
import { listAttachments, listComments, listReaders, showComment } from './operations/read.ts'
import { changeAudience, changeComment, createComment, removeComment } from './operations/write.ts'

export const commentEndpoints: Endpoint[] = [
  { route: 'GET /comments', operation: listComments },
  { route: 'POST /comments', operation: createComment, status: 201 },
  { route: 'GET /comments/people', operation: listReaders },
  { route: 'GET /comments/attachments', operation: listAttachments },
  { route: 'GET /comments/attachments/:file', operation: showAttachment },
  { route: 'GET /comments/attachments/:file/picture', operation: showPicture },
  { route: 'GET /comments/:id', operation: showComment },
  { route: 'PATCH /comments/:id', operation: changeComment },
  { route: 'PUT /comments/:id/audience', operation: changeAudience },
  { route: 'DELETE /comments/:id', operation: removeComment },
]
