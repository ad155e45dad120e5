import { words as findingWords } from '../src/modules/findings/words.ts'
import { states } from '../src/modules/followups/schema.ts'
import { partnerClasses } from '../src/modules/partners/schema.ts'
import { cooperationInstrument as instrument } from '../src/modules/questionnaires/instrument/cooperation.ts'
import { scoreOf } from '../src/modules/questionnaires/rules/score.ts'
import type { Answers, AskedObligation } from '../src/modules/questionnaires/schema.ts'
import { db } from './world.ts'

/* The figures of a report a second time, by loops over whole tables: no reach, no SQL of ours, nothing that is kept beside the answers. */

type Office = { id: string; code: string; name: string; path: string }

/** Every row there is of what a report is made of. */
async function everything() {
  const [offices, partners, agreements, parties, cycles, assignments, answers, findings, links, followUps, people] = await Promise.all([
    db.selectFrom('office').selectAll().execute(),
    db.selectFrom('partner').selectAll().execute(),
    db.selectFrom('agreement').selectAll().execute(),
    db.selectFrom('agreement_party').selectAll().execute(),
    db.selectFrom('cycle').selectAll().execute(),
    db.selectFrom('assignment').selectAll().execute(),
    db.selectFrom('answer').selectAll().execute(),
    db.selectFrom('finding').selectAll().execute(),
    db.selectFrom('finding_follow_up').selectAll().execute(),
    db.selectFrom('follow_up').selectAll().execute(),
    db.selectFrom('person').selectAll().execute(),
  ])
  return { offices, partners, agreements, parties, cycles, assignments, answers, findings, links, followUps, people }
}

/**
 * What the report of a cycle should say on a day, of the offices at or below `path`. Lists in the order of `sorted`. `live` takes along
 * what one side said before the other has answered, as the lists of findings and follow-ups do.
 */
export async function plainFigures(cycleId: string, path: string, today: string, live = false) {
  const all = await everything()
  const by = <T extends { id: string }>(rows: T[]) => new Map(rows.map(row => [row.id, row]))
  const offices = by(all.offices as unknown as Office[])
  const [partners, agreements, people] = [by(all.partners), by(all.agreements), by(all.people)]
  const inside = (id: string) => offices.get(id)!.path === path || offices.get(id)!.path.startsWith(`${path}.`)
  const cycle = all.cycles.find(({ id }) => id === cycleId)!
  const closed = cycle.closed_at !== null
  const asked = all.assignments.filter(assignment => assignment.cycle_id === cycleId)
  const revealed = (agreement: string) => closed || asked.filter(each => each.agreement_id === agreement).every(each => each.submitted_at)
  const partiesOf = (agreement: string) => all.parties.filter(party => party.agreement_id === agreement).sort((a, b) => a.seq - b.seq)
  const partnersOf = (agreement: string) =>
    partiesOf(agreement).flatMap(({ partner_id }) => (partner_id ? [partners.get(partner_id)!] : []))
  const numberOf = (agreement: string) => partiesOf(agreement).find(({ side, number }) => side === 'kpu' && number)?.number ?? null
  const called = (agreement: string) => numberOf(agreement) ?? agreements.get(agreement)!.title
  const namesOf = (agreement: string) =>
    partnersOf(agreement)
      .map(({ name }) => name)
      .join(', ')
  const provinceOf = (office: string) =>
    [...offices.values()].find(each => each.path === offices.get(office)!.path.split('.').slice(0, 2).join('.'))!

  const forms = asked
    .filter(assignment => inside(assignment.office_id))
    .map(assignment => {
      const given: Answers = Object.fromEntries(
        all.answers.filter(each => each.assignment_id === assignment.id).map(each => [each.key, each.value as Answers[string]]),
      )
      const form = { instrument, side: assignment.side, obligations: assignment.obligations as AskedObligation[] }
      return {
        ...assignment,
        given,
        said: scoreOf(form, given),
        counts: assignment.submitted_at !== null && revealed(assignment.agreement_id),
      }
    })
  const counted = forms.filter(form => form.counts)
  const sent = (some: typeof forms) => some.filter(form => form.submitted_at).length
  const sideOf = (side: string, some = forms) => some.filter(form => form.side === side)
  const scoreBy = (side: string, some = counted) => mean(sideOf(side, some).flatMap(({ said }) => said.score ?? []))

  const rows = [...Map.groupBy(forms, form => form.agreement_id)].map(([id, own]) => {
    const { title, starts_on, ends_on, office_id } = agreements.get(id)!
    const both = own.some(({ side }) => side === 'kpu') && own.some(({ side }) => side === 'partner')
    const shown = own.filter(form => form.counts)
    const levels = sideOf('kpu', shown).flatMap(({ said }) => said.maturity ?? [])
    return {
      id,
      both,
      bothSent: both && own.every(form => form.submitted_at),
      row: {
        number: numberOf(id) ?? '',
        title,
        class:
          partnersOf(id)
            .map(partner => partner.class as string)
            .sort()[0] ?? 'other',
        partner: namesOf(id),
        office: offices.get(office_id)!.name,
        from: starts_on,
        until: ends_on,
        status: statusOf(starts_on, ends_on, today),
        kpu: scoreBy('kpu', shown),
        partnerScore: scoreBy('partner', shown),
        maturity: levels.length ? Math.min(...levels) : null,
      },
    }
  })
  const found = all.findings
    .filter(
      ({ source_id, source_kind, dismissed_at }) =>
        source_kind === 'assignment' && !dismissed_at && asked.some(({ id }) => id === source_id),
    )
    .filter(finding => live || revealed(finding.agreement_id!))
  const actions = all.followUps.filter(
    ({ id, office_id }) =>
      inside(office_id) && all.links.some(link => link.follow_up_id === id && found.some(finding => finding.id === link.finding_id)),
  )
  const isLate = (followUp: (typeof actions)[number]) => ['open', 'returned'].includes(followUp.state) && followUp.due_on < today
  const own = found.filter(finding => inside(finding.office_id))
  const owing = [...Map.groupBy(sideOf('kpu'), form => form.office_id).values()]
  const answersTo = (key: string) =>
    counted.flatMap(({ given }) =>
      Object.entries(given).flatMap(([name, value]) => (name.split('@')[0] === key ? [value].flat().map(String) : [])),
    )
  const places = (of: (office: string) => Office) =>
    [...Map.groupBy(forms, form => of(form.office_id).code)].map(([code, some]) => ({
      code,
      name: of(some[0]!.office_id).name,
      targets: some.length,
      submitted: sent(some),
    }))
  const perClass = <T>(figure: (some: (typeof rows)[number]['row'][], kind: string) => T[]) =>
    partnerClasses.flatMap(kind =>
      figure(
        rows.map(({ row }) => row).filter(row => row.class === kind),
        kind,
      ),
    )

  return {
    totals: {
      partners: new Set(rows.flatMap(({ id }) => partnersOf(id).map(partner => partner.id))).size,
      agreements: rows.length,
      offices: all.offices.filter(
        ({ id, kind, closed_on }) =>
          inside(id) &&
          (forms.some(form => form.office_id === id) ||
            (['national', 'province', 'regency'].includes(kind) && (!closed_on || closed_on > cycle.period_from))),
      ).length,
      officesWithTargets: owing.length,
      officesComplete: owing.filter(some => some.every(form => form.submitted_at)).length,
      targets: forms.length,
      kpuTargets: sideOf('kpu').length,
      partnerTargets: sideOf('partner').length,
      submitted: sent(forms),
      kpuSubmitted: sent(sideOf('kpu')),
      partnerSubmitted: sent(sideOf('partner')),
      pairs: rows.filter(({ both }) => both).length,
      bothSubmitted: rows.filter(({ bothSent }) => bothSent).length,
      kpuScore: scoreBy('kpu'),
      partnerScore: scoreBy('partner'),
      findings: own.length,
      followUps: actions.length,
      overdue: actions.filter(isLate).length,
    },
    responseByProvince: sorted(places(provinceOf)),
    responseByOffice: sorted(
      places(id => offices.get(id)!).map(place => ({
        ...place,
        province: provinceOf([...offices.values()].find(({ code }) => code === place.code)!.id).name,
      })),
    ),
    partnersByClass: partnerClasses.map(kind => ({
      class: kind,
      partners: new Set(
        rows.flatMap(({ id }) =>
          partnersOf(id)
            .filter(partner => partner.class === kind)
            .map(partner => partner.id),
        ),
      ).size,
      agreements: rows.filter(({ row }) => row.class === kind).length,
    })),
    statusByClass: sorted(
      perClass((some, kind) => tally(some.map(row => row.status)).map(([status, count]) => ({ class: kind, status, count }))),
    ),
    maturityByClass: sorted(
      perClass((some, kind) => tally(some.map(row => row.maturity)).map(([level, count]) => ({ class: kind, level, count }))),
    ),
    scoresByClass: partnerClasses.flatMap(kind => {
      const of = (side: 'kpu' | 'partner') =>
        counted.filter(
          form =>
            form.side === side &&
            (side === 'partner'
              ? partners.get(form.partner_id!)!.class === kind
              : partnersOf(form.agreement_id).some(partner => partner.class === kind)),
        )
      if (!of('kpu').length && !of('partner').length) return []
      return [
        {
          class: kind,
          kpu: scoreBy('kpu', of('kpu')),
          partner: scoreBy('partner', of('partner')),
          both: rows.filter(({ row, bothSent }) => row.class === kind && bothSent).length,
          forms: [...of('kpu'), ...of('partner')].filter(({ said }) => said.score !== null).length,
        },
      ]
    }),
    scoresByItem: instrument.sections
      .flatMap(section => section.questions)
      .flatMap(question => {
        const rows = question.type === 'table-of-scales' ? question.rows : [null]
        return rows.map(row => ({
          question,
          row: row?.key ?? null,
          key: row ? `${question.key}.${row.key}` : question.key,
          label: (row ?? question).label.id,
        }))
      })
      .flatMap(({ question, row, key, label }) => {
        const said = (value: Answers[string]) => (row ? (value as Record<string, string>)[row] : value)
        const points = (side: string) =>
          sideOf(side, counted).flatMap(({ given }) =>
            Object.entries(given).flatMap(([name, value]) => {
              const own = name.split('@')[0] === question.key ? said(value) : undefined
              return own === undefined ? [] : (pointsIn(question, own) ?? [])
            }),
          )
        const [kpu, partner] = [points('kpu'), points('partner')]
        return kpu.length || partner.length
          ? [
              {
                key,
                label,
                kpu: mean(kpu),
                partner: mean(partner),
                nKpu: kpu.length,
                nPartner: partner.length,
              },
            ]
          : []
      }),
    obligations: (['full', 'part', 'none', 'na'] as const).map(result => ({
      result,
      count: answersTo('obligation').filter(value => value === result).length,
    })),
    obstaclesByCategory: sorted(
      tally(own.filter(({ kind }) => kind === 'obstacle').map(({ category }) => category ?? 'none')).map(([category, count]) => ({
        category,
        label: category === 'none' ? findingWords.id.noCategory : findingWords.id.categories[category as 'data'],
        count,
      })),
    ),
    recommendations: ['continue', 'expand', 'improve', 'end'].map(recommendation => ({
      recommendation,
      count: answersTo('recommendation').filter(value => value === recommendation).length,
    })),
    followUpsByState: states.map(state => ({ state, count: actions.filter(followUp => followUp.state === state).length })),
    findings: sorted(
      own.map(({ id, number, kind, category, text, agreement_id, partner_id, office_id, side }) => ({
        number,
        kind,
        category: category && findingWords.id.categories[category as 'data'],
        class: partner_id ? partners.get(partner_id)!.class : rows.find(row => row.id === agreement_id)!.row.class,
        text,
        agreement: called(agreement_id!),
        partner: partner_id ? partners.get(partner_id)!.name : namesOf(agreement_id!),
        office: offices.get(office_id)!.name,
        side,
        followUp:
          all.links
            .flatMap(link => (link.finding_id === id ? [all.followUps.find(each => each.id === link.follow_up_id)!] : []))
            .flatMap(({ state, number }) => (state === 'cancelled' ? [] : [number]))
            .sort()[0] ?? null,
      })),
    ),
    actionPlan: sorted(
      actions.map(followUp => ({
        number: followUp.number,
        action: followUp.action,
        owner: people.get(followUp.owner_id)!.name,
        office: offices.get(followUp.office_id)!.name,
        dueOn: followUp.due_on,
        state: followUp.state,
        overdue: isLate(followUp),
      })),
    ),
    agreements: sorted(rows.map(({ row }) => row)),
    responses: sorted(
      forms.map(form => ({
        agreement: called(form.agreement_id),
        partner: form.partner_id ? partners.get(form.partner_id)!.name : namesOf(form.agreement_id),
        office: offices.get(form.office_id)!.name,
        side: form.side,
        submittedOn: form.submitted_at ? form.submitted_at.toISOString().slice(0, 10) : null,
        late: form.late,
      })),
    ),
  }
}

/** Mean with two decimals, a half going up, computed in hundredths. */
function mean(values: number[]): number | null {
  if (values.length === 0) return null
  const sum = values.reduce((total, value) => total + Math.round(value * 100), 0)
  return Math.floor((2 * sum + values.length) / (2 * values.length)) / 100
}

/** The points of one answer, from the options of its question. */
function pointsIn(question: (typeof instrument)['sections'][number]['questions'][number], value: Answers[string]): number | null {
  if (question.type !== 'scale' && question.type !== 'single' && question.type !== 'table-of-scales') return null
  const score = (chosen: unknown) => question.options.find(({ v }) => v === chosen)?.score ?? null
  if (typeof value !== 'object') return score(value)
  return mean(Object.values(value).flatMap(chosen => score(chosen) ?? []))
}

/** Signed agreements without renewal or early end: what is left of the rule of statuses. */
function statusOf(from: string | null, until: string | null, today: string): string {
  if (until && until < today) return 'expired'
  if (from && from > today) return 'awaiting_start'
  const days = until ? (Date.parse(until) - Date.parse(today)) / 86_400_000 : Number.POSITIVE_INFINITY
  return days <= 90 ? 'expiring' : 'active'
}

const tally = <T>(values: readonly T[]): [T, number][] =>
  [...Map.groupBy(values, value => value)].map(([value, some]) => [value, some.length])

/** A list whose order says nothing, in one order. */
export const sorted = <T>(rows: readonly T[]): T[] => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
