import { type Locale, textIn } from '../../../platform/i18n/words.ts'
import type { Context } from '../../../platform/operation/operation.ts'
import { statuses } from '../../agreements/schema.ts'
import { words as agreementWords } from '../../agreements/words.ts'
import { findCycle } from '../../evaluation/queries/cycles.ts'
import {
  obligationsResults,
  recommendations,
  scoresByClass,
  scoresByItem,
  scoresByOffice,
  scoresBySide,
} from '../../evaluation/queries/results.ts'
import { findingCounts } from '../../findings/queries/list.ts'
import { type Category, categories } from '../../findings/schema.ts'
import { words as findingWords } from '../../findings/words.ts'
import { followUpCounts } from '../../followups/queries/counts.ts'
import { states } from '../../followups/schema.ts'
import { words as followUpWords } from '../../followups/words.ts'
import { partnerClasses } from '../../partners/schema.ts'
import { words as partnerWords } from '../../partners/words.ts'
import type { Instrument } from '../../questionnaires/schema.ts'
import { questionnaireWords } from '../../questionnaires/words.ts'
import { actionRows, agreementRows, cycleBefore, findingRows, officesCovered, responseRows } from '../queries/figures.ts'
import { inNaturalOrder } from '../rules/natural-order.ts'
import { officesOf } from '../rules/parts.ts'
import { countBy, itemsOf, namesOf, obligationNames, provincesOf, totalsOf } from '../rules/tallies.ts'
import type { ReportFigures } from '../schema.ts'

type Rows = Pick<
  ReportFigures,
  | 'responseByProvince'
  | 'responseByOffice'
  | 'partnersByClass'
  | 'statusByClass'
  | 'maturityByClass'
  | 'scoresByClass'
  | 'scoresByItem'
  | 'obligations'
  | 'obstaclesByCategory'
  | 'recommendations'
  | 'followUpsByState'
  | 'findings'
  | 'actionPlan'
  | 'agreements'
  | 'responses'
  | 'offices'
  | 'totals'
  | 'previous'
  | 'names'
  | 'cycle'
  | 'instrument'
>

/** All figures of a cycle at this moment, in the reach of the one who asks. A dozen statements, however large the cycle. */
export async function figuresOf(context: Context, cycleId: string, locale: Locale): Promise<Rows> {
  const cycle = await findCycle(context, cycleId)
  const instrument = await instrumentOf(context, cycle.instrument.id)
  const day = context.clock.today(context.actor.zone)
  const part = { cycleId }
  const [responses, agreements, findings, actions] = [
    inNaturalOrder(
      await responseRows(context, cycleId),
      row => row.officeCode,
      row => row.agreement,
    ),
    inNaturalOrder(
      await agreementRows(context, cycleId, day),
      row => row.office,
      row => row.number,
    ),
    await findingRows(context, cycleId),
    await actionRows(context, cycleId),
  ]
  const [bySide, byClass, byItem] = [
    await scoresBySide(context, part),
    await scoresByClass(context, part),
    await scoresByItem(context, part, instrument),
  ]
  const [results, advice] = [await obligationsResults(context, part, instrument), await recommendations(context, part)]
  const [called, classWords] = [findingWords[locale], partnerWords[locale].classes]
  return {
    cycle: {
      id: cycle.id,
      name: cycle.name,
      from: cycle.periodFrom,
      to: cycle.periodTo,
      opensOn: cycle.opensOn,
      dueOn: cycle.dueOn,
      closesOn: cycle.closesOn,
      closed: cycle.phase === 'closed',
    },
    instrument: { key: instrument.key, name: textIn(instrument.title, locale), version: instrument.version },
    names: {
      ...namesOf({
        classes: [partnerClasses, classWords],
        statuses: [statuses, agreementWords[locale].statuses],
        recommendations: [['continue', 'expand', 'improve', 'end'], questionnaireWords[locale].recommendations],
        states: [states, followUpWords[locale].states],
        kinds: [['obstacle', 'suggestion', 'criticism', 'solution'], called.kinds],
      }),
      obligations: obligationNames(instrument, locale),
    },
    totals: totalsOf({ responses, agreements, findings, actions, bySide, offices: await officesCovered(context, cycleId) }),
    previous: await figuresBefore(context, cycleId),
    responseByProvince: provincesOf(responses, row => [row.province, row.provinceName]).map(({ code, name, targets, submitted }) => ({
      code,
      name,
      targets,
      submitted,
    })),
    responseByOffice: provincesOf(responses, row => [row.officeCode, row.office]),
    partnersByClass: partnerClasses.map(name => {
      const own = agreements.flatMap(({ partners }) => partners.filter(partner => partner.class === name).map(({ id }) => id))
      return { class: name, partners: new Set(own).size, agreements: agreements.filter(row => row.class === name).length }
    }),
    statusByClass: countBy(agreements, row => [row.class, row.status]).map(([[kind, status], count]) => ({
      class: kind!,
      status: status!,
      count,
    })),
    maturityByClass: countBy(agreements, row => [row.class, row.maturity === null ? '' : String(row.maturity)]).map(
      ([[kind, level], count]) => ({ class: kind!, level: level ? Number(level) : null, count }),
    ),
    scoresByClass: partnerClasses.flatMap(name => {
      const of = (side: string) => byClass.find(row => row.class === name && row.side === side)?.score ?? null
      const both = agreements.filter(row => row.class === name && row.both).length
      const scored = byClass.filter(row => row.class === name)
      return scored.length ? [{ class: name, kpu: of('kpu'), partner: of('partner'), both, forms: sum(scored, row => row.n) }] : []
    }),
    scoresByItem: itemsOf(instrument, byItem, locale),
    obligations: (['full', 'part', 'none', 'na'] as const).map(result => ({
      result,
      count: sum(
        results.filter(row => row.value === result),
        row => row.n,
      ),
    })),
    obstaclesByCategory: categoriesOf(
      countBy(
        findings.filter(({ kind }) => kind === 'obstacle'),
        ({ category }) => [category ?? 'none'],
      ).map(([[category], count]) => ({ category: category!, count })),
      locale,
    ),
    recommendations: ['continue', 'expand', 'improve', 'end'].map(each => ({
      recommendation: each,
      count: sum(
        advice.filter(row => row.recommendation === each),
        row => row.n,
      ),
    })),
    followUpsByState: states.map(state => ({ state, count: actions.filter(row => row.state === state).length })),
    findings: findings.map(({ number, kind, category, class: partnerClass, text, agreement, partner, office, side, followUp }) => ({
      number,
      kind,
      category: category && called.categories[category],
      class: partnerClass,
      text,
      agreement,
      partner,
      office,
      side,
      followUp,
    })),
    actionPlan: actions.map(({ id: _, officeCode: _code, ...row }) => row),
    agreements: agreements.map(({ id: _, kind, partners: _partners, both: _both, owesBoth: _owes, ...row }) => ({
      ...row,
      type: agreementWords[locale].kinds[kind],
    })),
    responses: responses.map(({ agreement, partner, office, side, submittedOn, late }) => ({
      agreement,
      partner,
      office,
      side,
      submittedOn,
      late,
    })),
    offices: officesOf({ responses, findings, actions, scores: await scoresByOffice(context, part) }),
  }
}

/**
 * The figures with what was found and what is done about it as the lists of both show it at this moment: a reader of the dashboard may
 * open them. A report leaves out what one side said before both have answered, since it is handed on.
 */
export async function liveFiguresOf(context: Context, cycleId: string, locale: Locale): Promise<Rows> {
  const figures = await figuresOf(context, cycleId, locale)
  const found = await findingCounts(context, { cycle: cycleId, kind: 'obstacle' })
  const done = await followUpCounts(context, { cycle: cycleId })
  return {
    ...figures,
    totals: { ...figures.totals, followUps: done.total, overdue: done.overdue },
    obstaclesByCategory: categoriesOf(
      found.categories.map(({ category, count }) => ({ category: category ?? 'none', count })),
      locale,
    ),
    followUpsByState: states.map(state => ({ state, count: done.states[state] })),
  }
}

/** The most frequent first, those of the same count in the order of the vocabulary; what has no category last. */
function categoriesOf(rows: readonly { category: string; count: number }[], locale: Locale): ReportFigures['obstaclesByCategory'] {
  const { categories: labels, noCategory } = findingWords[locale]
  const place = (code: string) => (code === 'none' ? categories.length : categories.indexOf(code as Category))
  return rows
    .map(({ category, count }) => ({ category, label: category === 'none' ? noCategory : labels[category as Category], count }))
    .sort(
      (a, b) => Number(a.category === 'none') - Number(b.category === 'none') || b.count - a.count || place(a.category) - place(b.category),
    )
}

async function figuresBefore(context: Context, cycleId: string): Promise<ReportFigures['previous']> {
  const before = await cycleBefore(context, cycleId)
  if (!before) return null
  const part = { cycleId: before.id }
  const instrument = await instrumentOf(context, (await findCycle(context, before.id)).instrument.id)
  const [responses, agreements, findings, scores] = [
    await responseRows(context, before.id),
    await agreementRows(context, before.id, context.clock.today()),
    await findingRows(context, before.id),
    await scoresBySide(context, part),
  ]
  const [actions, byClass, byItem] = [
    await actionRows(context, before.id),
    await scoresByClass(context, part),
    await scoresByItem(context, part, instrument),
  ]
  const score = (side: string) => scores.find(row => row.side === side)?.score ?? null
  return {
    name: before.name,
    agreements: agreements.length,
    targets: responses.length,
    submitted: responses.filter(row => row.submittedOn).length,
    kpuScore: score('kpu'),
    partnerScore: score('partner'),
    findings: findings.length,
    followUps: actions.length,
    done: actions.filter(({ state }) => state === 'verified').length,
    classes: bothSides(
      byClass.map(row => ({ ...row, key: row.class })),
      row => row.score,
    ).map(({ key, ...scores }) => ({ class: key, ...scores })),
    items: bothSides(byItem, row => row.average),
  }
}

/** A score of each side by what it is about. */
function bothSides<T extends { key: string; side: string }>(rows: readonly T[], scoreOf: (row: T) => number | null) {
  return [...Map.groupBy(rows, ({ key }) => key)].map(([key, some]) => {
    const of = (side: string) => some.filter(row => row.side === side).map(scoreOf)[0] ?? null
    return { key, kpu: of('kpu'), partner: of('partner') }
  })
}

async function instrumentOf({ db }: Context, id: string): Promise<Instrument> {
  const { definition } = await db.selectFrom('instrument_card').select('definition').where('id', '=', id).executeTakeFirstOrThrow()
  return definition as Instrument
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0)
