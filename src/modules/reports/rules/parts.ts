import type { OfficeFigures, PartFigures } from '../schema.ts'
import { enough } from './conclusions.ts'

type Place = { officeCode: string; office: string }
type Everything = {
  responses: readonly (Place & { submittedOn: string | null })[]
  findings: readonly (Place & { kind: string })[]
  actions: readonly (Place & { state: string; overdue: boolean })[]
  scores: readonly { code: string; side: 'kpu' | 'partner'; n: number; sum: number }[]
}

/** What each office has of the figures, in the order of their codes: those that have anything. */
export function officesOf({ responses, findings, actions, scores }: Everything): OfficeFigures[] {
  const names = new Map([...responses, ...findings, ...actions].map(({ officeCode, office }) => [officeCode, office]))
  const of = <T extends Place>(rows: readonly T[]) => Map.groupBy(rows, row => row.officeCode)
  const [asked, found, done] = [of(responses), of(findings), of(actions)]
  const scored = Map.groupBy(scores, ({ code }) => code)
  return [...names]
    .map(([code, name]) => {
      const [own, problems, actions] = [asked.get(code) ?? [], found.get(code) ?? [], done.get(code) ?? []]
      const score = (side: string) => scored.get(code)?.find(row => row.side === side)
      return {
        code,
        name,
        targets: own.length,
        submitted: own.filter(row => row.submittedOn).length,
        kpu: { n: score('kpu')?.n ?? 0, sum: score('kpu')?.sum ?? 0 },
        partner: { n: score('partner')?.n ?? 0, sum: score('partner')?.sum ?? 0 },
        findings: problems.length,
        obstacles: problems.filter(row => row.kind === 'obstacle').length,
        followUps: actions.length,
        done: actions.filter(row => row.state === 'verified').length,
        overdue: actions.filter(row => row.overdue).length,
      }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** What some offices have together; a score is the mean of their forms, each counted once. */
export function partOf(rows: readonly OfficeFigures[]): PartFigures {
  const sum = (of: (row: OfficeFigures) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    offices: rows.length,
    targets: sum(row => row.targets),
    submitted: sum(row => row.submitted),
    kpuScore: mean(
      sum(row => row.kpu.sum),
      sum(row => row.kpu.n),
    ),
    partnerScore: mean(
      sum(row => row.partner.sum),
      sum(row => row.partner.n),
    ),
    findings: sum(row => row.findings),
    obstacles: sum(row => row.obstacles),
    followUps: sum(row => row.followUps),
    done: sum(row => row.done),
    overdue: sum(row => row.overdue),
  }
}

/**
 * All offices beside one's own. A score stands only where `enough` of its answers come from elsewhere: from fewer, one who knows their own
 * could work out what the others said.
 */
export function wholeBeside(all: readonly OfficeFigures[], own: readonly OfficeFigures[]): PartFigures {
  const part = partOf(all)
  const elsewhere = (side: 'kpu' | 'partner') => answers(all, side) - answers(own, side)
  return {
    ...part,
    kpuScore: elsewhere('kpu') >= enough ? part.kpuScore : null,
    partnerScore: elsewhere('partner') >= enough ? part.partnerScore : null,
  }
}

const answers = (rows: readonly OfficeFigures[], side: 'kpu' | 'partner'): number => rows.reduce((total, row) => total + row[side].n, 0)
const mean = (sum: number, n: number): number | null => (n ? Math.round((100 * sum) / n) / 100 : null)
