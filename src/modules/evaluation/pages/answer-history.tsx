import type { Request } from '../../../platform/doors/request.ts'
import { call } from '../../../platform/operation/operation.ts'
import { show } from '../../../web/show.tsx'
import { showAnswerHistory } from '../operations/answer-history.ts'
import { showAssignment } from '../operations/assignments.ts'
import { AnswerHistory } from '../views/answer-history.tsx'
import { evaluationWords as words } from '../words.ts'
import { crumbsOf } from './assignments.tsx'

export async function historyPage(c: Request): Promise<Response> {
  const { kernel, actor, viewer } = c.var
  const id = { id: c.req.param('id')! }
  const history = await call(kernel, actor, showAnswerHistory, id)
  const assignment = await call(kernel, actor, showAssignment, id)
  const title = words[viewer.locale].answerHistory
  return show(
    c,
    { title, breadcrumbs: [...crumbsOf(c, assignment), { label: title }] },
    <AnswerHistory assignment={assignment} {...history} />,
  )
}
