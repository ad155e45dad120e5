import { sql } from 'kysely'
import { authorize } from '../../../platform/authority/reach.ts'
import { type BulkField, bulkKind } from '../../../platform/bulk/kind.ts'
import { inEach } from '../../../platform/i18n/words.ts'
import { hasWords } from '../queries/filters.ts'
import { filtered } from '../queries/list.ts'
import { findAgreementForChange, visible } from '../queries/visible.ts'
import { AgreementFilter, Classification, opennesses } from '../schema.ts'
import { bulkWords } from '../words/bulk.ts'
import { words } from '../words.ts'
import { classifyAgreement, setOpenness } from './openness.ts'
import { thisAgreement } from './write.ts'

const fields: BulkField[] = [
  {
    name: 'openness',
    control: 'choice',
    label: bulkWords.openness,
    options: () => opennesses.map(value => ({ value, label: inEach(locale => words[locale].opennesses[value]) })),
  },
  {
    name: 'exclusionReason',
    control: 'line',
    label: bulkWords.exclusionReason,
    hint: bulkWords.reasonHint,
    showIf: { q: 'openness', op: 'eq', v: 'excluded' },
  },
]

export const agreementBulk = [
  bulkKind({
    operation: classifyAgreement,
    names: bulkWords.classify,
    subject: 'agreement',
    things: bulkWords.things,
    list: '/perjanjian',
    itself: thisAgreement,
    power: 'agreement.write',
    params: Classification,
    fields,
    filter: AgreementFilter,
    async find(context, filter, most) {
      const all = await filtered(context, filter)
      const found = filter.q ? all.where(hasWords(filter.q)) : all
      return (await found.select('a.id').orderBy('a.id').limit(most).execute()).map(({ id }) => id)
    },
    async lock(context, ids) {
      const rows = await visible(context)
        .where(sql<boolean>`a.id = any (${ids}::uuid[])`)
        .select(['a.id', 'a.rev', 'a.openness', 'a.exclusion_reason as exclusionReason'])
        .orderBy('a.id')
        .forUpdate('a')
        .execute()
      return rows.map(({ id, rev, ...before }) => ({ id, rev, before }))
    },
    async restore(context, id, before) {
      const agreement = await findAgreementForChange(context, id)
      authorize(context, 'agreement.write', { path: agreement.office.path })
      await setOpenness(context, agreement, before as Pick<typeof agreement, 'openness' | 'exclusionReason'>)
    },
  }),
]
