import { type Request, redirect } from '../../../platform/doors/request.ts'
import { inWords } from '../../../platform/i18n/words.ts'
import { call, newId } from '../../../platform/operation/operation.ts'
import { notFound } from '../../../platform/refusals/refusal.ts'
import { askList } from '../../../web/list/ask.ts'
import { show, submit } from '../../../web/show.tsx'
import type { Errors, Values } from '../../../web/ui/form-state.ts'
import { searchOffices } from '../../organisation/operations/offices.ts'
import { assignParticipant } from '../operations/participants/assign.ts'
import { importParticipants } from '../operations/participants/import.ts'
import { listParticipants, listReports, showParticipant, showReport } from '../operations/participants/read.ts'
import { recordReport, withdrawReport } from '../operations/participants/record.ts'
import type { ParticipantReport } from '../schema/participants.ts'
import { ParticipantPage } from '../views/participant.tsx'
import { participantList } from '../views/participant-listing.ts'
import { ReportPage, ReportsPage } from '../views/participants.tsx'
import { reportAddress, reportsAddress } from '../views/participants-address.ts'
import { participantWords as words } from '../words/participants.ts'
import { crumbs } from './list.tsx'

type Again = { values?: Values; errors?: Errors; status?: 200 | 422 | 409 }

export async function reportsPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const view = await loadReports(c)
  const title = words[c.var.viewer.locale].reports
  return show(
    c,
    { title, breadcrumbs: crumbs(c, view.meeting, title), status },
    <ReportsPage view={view} values={values ?? { zone: view.zone }} errors={errors} idempotencyKey={newId()} />,
  )
}

const loadReports = (c: Request) => call(c.var.kernel, c.var.actor, listReports, { meeting: c.req.param('id') ?? '' })

export const upload = (c: Request): Promise<Response> =>
  submit<ParticipantReport>(c, importParticipants, {
    add: { meeting: c.req.param('id') },
    done: report => redirect(c, reportAddress(report)),
    again: (values, errors, status) => reportsPage(c, { values, errors, status }),
  })

export async function reportPage(c: Request, { values = {}, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const { mayRecord, meeting } = await loadReports(c)
  const report = await call(c.var.kernel, c.var.actor, showReport, { id: c.req.param('report') ?? '' })
  if (report.meeting.id !== meeting.id) throw notFound()
  const { asked, answer } = await askList(c, participantList, listParticipants, () => ({ report: report.id }))
  return show(
    c,
    { title: report.topic ?? report.file, breadcrumbs: crumbsOf(c, report, report.topic ?? report.file), status },
    <ReportPage report={report} mayRecord={mayRecord} asked={asked} {...answer} values={values} errors={errors} />,
  )
}

const crumbsOf = (c: Request, { meeting, ...report }: ParticipantReport, here: string, within?: ParticipantReport) => {
  const [first, list] = crumbs(c, meeting, here)
  return [
    first!,
    list!,
    { href: reportsAddress(meeting.id), label: words[c.var.viewer.locale].reports },
    ...(within ? [{ href: reportAddress(within), label: report.topic ?? report.file }] : []),
    { label: here },
  ]
}

export const recordNow = (c: Request): Promise<Response> =>
  submit<ParticipantReport>(c, recordReport, {
    add: { id: c.req.param('report') },
    done: report =>
      redirect(
        c,
        reportAddress(report),
        inWords(words, w => w.recorded),
      ),
    again: (_, errors, status) => reportPage(c, { errors, status }),
  })

export const withdrawNow = (c: Request): Promise<Response> =>
  submit<ParticipantReport>(c, withdrawReport, {
    add: { id: c.req.param('report') },
    done: report =>
      redirect(
        c,
        reportAddress(report),
        inWords(words, w => w.withdrawn),
      ),
    again: (values, errors, status) => reportPage(c, { values, errors, status }),
  })

export async function participantPage(c: Request, { values, errors = {}, status = 200 }: Again = {}): Promise<Response> {
  const { mayRecord } = await loadReports(c)
  const detail = await call(c.var.kernel, c.var.actor, showParticipant, { id: c.req.param('guest') ?? '' })
  if (detail.report.id !== c.req.param('report')) throw notFound()
  const title = detail.participant.name || '–'
  return show(
    c,
    { title, breadcrumbs: crumbsOf(c, detail.report, title, detail.report), status },
    <ParticipantPage detail={detail} mayRecord={mayRecord} values={values ?? {}} errors={errors} />,
  )
}

export const assign = (c: Request): Promise<Response> =>
  submit(c, assignParticipant, {
    add: { id: c.req.param('guest') },
    choices: { office: searchOffices },
    done: ({ report, participant }) =>
      redirect(
        c,
        reportAddress(report),
        inWords(words, w => w.assigned({ name: participant.name })),
      ),
    again: (values, errors, status) => participantPage(c, { values, errors, status }),
  })
