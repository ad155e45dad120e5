import { z } from 'zod'
import { type Actor, system } from '../../platform/authority/actor.ts'
import { actorOfPerson } from '../../platform/authority/load-actor.ts'
import { canAnywhere } from '../../platform/authority/reach.ts'
import { job } from '../../platform/jobs/jobs.ts'
import { call, type Kernel } from '../../platform/operation/operation.ts'
import { type Localized, Refusal } from '../../platform/refusals/refusal.ts'
import { troubleOf } from '../../platform/refusals/unavailable.ts'
import { bytesOf } from '../../platform/values/file-answer.ts'
import { reportPdf } from './documents/pdf.ts'
import { reportWord } from './documents/word.ts'
import { reportWorkbook } from './documents/workbook.ts'
import { attachReport, computeReport, failReport, freezeReport } from './operations/making.ts'
import { downloadTemplate, showTemplate } from './operations/templates.ts'
import { endings, type Form, forms, type ReportData } from './schema.ts'

export const reportJobs = [
  job({
    name: 'reports.make',
    payload: z.object({ id: z.uuid() }),
    async run(kernel, { id }) {
      try {
        const actor = await requester(kernel, id)
        const computed = await call(kernel, actor, computeReport, { id }, 'job')
        if (!computed) return
        const { report, data } = await call(kernel, actor, freezeReport, { id, data: computed }, 'job')
        if (!data) return
        const { template: own } = await call(kernel, actor, showTemplate, { office: report.office.id }, 'job')
        const template = own ? await bytesOf(await call(kernel, actor, downloadTemplate, { report: id }, 'job')) : undefined
        for (const form of forms.filter(each => !report.files[each])) {
          const file = { name: `${report.number}.${endings[form]}`, bytes: await make(form, data, template) }
          if ((await call(kernel, actor, attachReport, { id, form, file }, 'job')).state === 'cancelled') return
        }
      } catch (error) {
        if (troubleOf(error)) throw error // what is gone comes back, and the next try goes on where this one stopped
        // Not as the one who asked: they may be the reason.
        await call(kernel, system(), failReport, { id, reason: reasonOf(error) }, 'job')
        kernel.log.error('report.failed', { id, error })
      }
    },
    givenUp: (kernel, { id }) => call(kernel, system(), failReport, { id, reason: givenUp }, 'job'),
  }),
]

/**
 * Where an office has no template of its own, ours is made for what this report holds. The documents are made outside any transaction: they
 * take seconds, and nothing of them leaves before it is attached.
 */
const make = (form: Form, data: ReportData, template: Uint8Array | undefined): Promise<Uint8Array> =>
  form === 'pdf' ? reportPdf(data) : form === 'word' ? reportWord(data, template) : reportWorkbook(data)

/** With the reach of the one who asked for it, as it is now. */
async function requester({ store, clock }: Kernel, id: string): Promise<Actor> {
  const report = await store.db.selectFrom('report').select('requested_by').where('id', '=', id).executeTakeFirst()
  if (!report?.requested_by) return system()
  const actor = await actorOfPerson(store.db, report.requested_by, clock.today())
  if (!actor || !canAnywhere(actor, 'report.write'))
    throw new Refusal('forbidden', {
      id: 'Orang yang meminta laporan ini sudah tidak bertugas atau tidak lagi berwenang membuatnya. Buat laporan baru.',
      en: 'Whoever asked for this report has left or may no longer make it. Make a new one.',
    })
  return actor
}

const givenUp: Localized = {
  id: 'Laporan ini berkali-kali tidak selesai dibuat karena gangguan pada Sinergi. Buat laporan baru; jika gagal lagi, beri tahu administrator.',
  en: 'This report could not be finished in many tries because of trouble in Sinergi. Make a new one; if that fails too, tell your administrator.',
}

const faulty: Localized = {
  id: 'Laporan ini tidak dapat dibuat karena kesalahan pada Sinergi, bukan karena isian Anda. Beri tahu administrator, lalu buat laporan baru.',
  en: 'This report could not be made because of a fault in Sinergi, not in what you filled in. Tell your administrator, then make a new one.',
}

/** A refusal says itself what is wrong; of a fault the message stands in the log alone, since it speaks of the program. */
const reasonOf = (error: unknown): Localized => (error instanceof Refusal ? error.localized : faulty)
