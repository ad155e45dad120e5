import { homeOf } from './home.tsx'
import type { Module } from './module.ts'
import { account } from './modules/account/module.ts'
import { agreements } from './modules/agreements/module.ts'
import { attendance } from './modules/attendance/module.ts'
import { audit } from './modules/audit/module.ts'
import { bulk } from './modules/bulk/module.ts'
import { calendar } from './modules/calendar/module.ts'
import { changes } from './modules/changes/module.ts'
import { comments } from './modules/comments/module.ts'
import { device } from './modules/device/module.ts'
import { evaluation } from './modules/evaluation/module.ts'
import { files } from './modules/files/module.ts'
import { findings } from './modules/findings/module.ts'
import { followups } from './modules/followups/module.ts'
import { helpOf } from './modules/help/module.ts'
import { imports } from './modules/imports/module.ts'
import { invitations } from './modules/invitations/module.ts'
import { translations } from './modules/languages/module.ts'
import { live } from './modules/live/module.ts'
import { mail } from './modules/mail/module.ts'
import { manualOf } from './modules/manual/module.ts'
import { meetings } from './modules/meetings/module.ts'
import { minutes } from './modules/minutes/module.ts'
import { notices } from './modules/notices/module.ts'
import { organisation } from './modules/organisation/module.ts'
import { papers } from './modules/papers/module.ts'
import { partners } from './modules/partners/module.ts'
import { personnel } from './modules/personnel/module.ts'
import { questionnaires } from './modules/questionnaires/module.ts'
import { publicRegister } from './modules/register/module.ts'
import { reports } from './modules/reports/module.ts'
import { rounds } from './modules/rounds/module.ts'
import { longWork } from './modules/runs/module.ts'
import { everything } from './modules/search/module.ts'
import { things } from './modules/things/module.ts'
import { timed } from './modules/timers/module.ts'
import { voices } from './modules/voices/module.ts'
import type { AgendaKind } from './platform/agenda/entry.ts'
import type { BulkKinds } from './platform/bulk/kind.ts'
import type { Endpoint } from './platform/doors/endpoint.ts'
import type { PageSection } from './platform/doors/request.ts'
import type { AnyJob } from './platform/jobs/jobs.ts'
import type { LiveTopics } from './platform/live/topic.ts'
import type { NoticeKinds } from './platform/notices/kind.ts'
import type { AnyOperation } from './platform/operation/operation.ts'
import { jobOfRuns } from './platform/runs/carry-on.ts'
import type { RunKinds } from './platform/runs/run.ts'
import { type Subjects, subjectsOf } from './platform/subject/subject.ts'
import type { TimerKinds } from './platform/timers/timer.ts'

/** Every module, in the order of imports: each knows only those before it. */
const ordered: Module[] = [
  account,
  audit,
  changes,
  mail,
  timed,
  live,
  device,
  longWork,
  notices,
  files,
  translations,
  manualOf(() => endpoints),
  bulk,
  things,
  organisation,
  partners,
  comments,
  followups,
  questionnaires,
  agreements,
  publicRegister,
  imports,
  personnel,
  findings,
  evaluation,
  meetings,
  minutes,
  invitations,
  attendance,
  voices,
  rounds,
  reports,
  papers,
  everything,
  calendar,
  helpOf(() => ordered),
]
/** All that the doors are made from; the home page is made over the others. */
export const modules: Module[] = [...ordered, homeOf(ordered)]

export const operations = modules.flatMap(module => module.operations)
export const endpoints: Endpoint[] = modules.flatMap(module => module.endpoints)
/** The operations that find what a field offers to choose from, by their address. */
export const searches: ReadonlyMap<string, AnyOperation> = new Map(
  endpoints.flatMap(({ route, operation }) =>
    route.startsWith('GET ') && route.endsWith('choices') ? [[route.replace('GET ', '/api/v1'), operation] as const] : [],
  ),
)
export const subjects: Subjects = subjectsOf(modules)
const runs = modules.flatMap(module => module.runs ?? [])
export const runKinds: RunKinds = new Map(runs.map(each => [each.kind, each]))
export const jobs: AnyJob[] = [...modules.flatMap(module => module.jobs ?? []), ...runs.map(jobOfRuns)]
export const sections: PageSection[] = modules.flatMap(module => module.sections ?? []).sort((a, b) => a.order - b.order)
export const liveTopics: LiveTopics = new Map(modules.flatMap(module => module.live ?? []).map(each => [each.kind, each]))
export const noticeKinds: NoticeKinds = new Map(modules.flatMap(module => module.notices ?? []).map(each => [each.kind, each]))
export const bulkKinds: BulkKinds = new Map(modules.flatMap(module => module.bulk ?? []).map(each => [each.operation.name, each]))
export const agendaKinds: AgendaKind[] = modules.flatMap(module => module.agenda ?? [])
export const timerKinds: TimerKinds = new Map(modules.flatMap(module => module.timers ?? []).map(each => [each.kind, each]))

export const navigationLines = modules.flatMap(module => module.navigation ?? []).sort((a, b) => a.order - b.order)
