import type { Request } from '../../../platform/doors/request.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { showMeeting } from '../../meetings/operations/read.ts'
import { listOffices, searchOffices, showOffice } from '../../organisation/operations/offices.ts'
import { searchPersons } from '../../organisation/operations/persons.ts'
import { listPositions } from '../../organisation/operations/positions.ts'
import { createRule, removeRule } from '../operations/rules.ts'
import { type OfficeLevel, officeLevels, type RuleKind, ruleKinds } from '../schema/invitations.ts'
import { addressOf } from '../views/address.ts'
import { RuleForm } from '../views/rule-form.tsx'
import { words } from '../words/words.ts'
import { back, crumbs, load } from './list.tsx'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function addPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const { viewer } = c.var
  const view = await load(c)
  if (status === 200 && !view.mayWrite) return c.redirect(addressOf(view.meeting.id), 303)
  const w = words[viewer.locale]
  const kind = kindIn(values?.kind ?? c.req.query('cara'))
  return show(
    c,
    { title: w.adding[kind], breadcrumbs: crumbs(c, view, w.adding[kind]), status },
    <RuleForm
      meeting={view.meeting}
      kind={kind}
      {...(kind === 'positions' ? await choicesOf(c, view.meeting.id) : { positions: [], levels: [], places: [] })}
      values={values ?? { involvement: 'expected', mode: 'hybrid' }}
      errors={errors}
      idempotencyKey={newId()}
    />,
  )
}

/** What a rule of positions chooses from: names of the register, levels from that of the host on, and the areas right below it. */
async function choicesOf(c: Request, meetingId: string) {
  const { actor, kernel, viewer } = c.var
  const { office: host } = await call(kernel, actor, showMeeting, { id: meetingId })
  const { kind } = await call(kernel, actor, showOffice, { id: host.id })
  const { positions } = await call(kernel, actor, listPositions, {})
  const { offices: below } = await call(kernel, actor, listOffices, { parent: host.id })
  const first = officeLevels.indexOf(kind as OfficeLevel)
  return {
    positions: [...new Set(positions.map(({ name }) => name))].map(name => ({ value: name, label: name })),
    levels: officeLevels
      .slice(first < 0 ? officeLevels.length : first)
      .map(value => ({ value, label: words[viewer.locale].levelNames[value] })),
    places: kind === 'regency' ? [] : below.map(({ code, name }) => ({ value: code, label: name })),
  }
}

const kindIn = (given: unknown): RuleKind => ruleKinds.find(kind => kind === given) ?? 'positions'

export const add = (c: Request): Promise<Response> =>
  submit(c, createRule, {
    add: { meeting: c.req.param('id') },
    choices: { person: searchPersons, places: searchOffices },
    done: () => back(c, 'add'),
    again: (values, errors, status) => addPage(c, { values, errors, status }),
  })

export const drop = (c: Request): Promise<Response> =>
  submit(c, removeRule, {
    add: { id: c.req.param('rule') },
    done: () => back(c, 'remove'),
    again: () => Promise.resolve(c.redirect(addressOf(c.req.param('id') ?? ''), 303)),
  })
