import { addDocument, publishDocument } from '../../src/modules/agreements/operations/documents.ts'
import { classifyAgreement } from '../../src/modules/agreements/operations/openness.ts'
import type { AgreementDetail } from '../../src/modules/agreements/schema.ts'
import type { Actor } from '../../src/platform/authority/actor.ts'
import { renderPdf } from '../../src/platform/documents/pdf.ts'
import { call, type Kernel } from '../../src/platform/operation/operation.ts'

/** Of what the list excludes, what names its letter of article 17 of Law 14/2008, by subject; the rest stays as the list has it. */
const reasons: Record<string, string> = {
  'Pengamanan Distribusi Logistik': 'Pasal 17 huruf c UU 14/2008: rincian pengamanan dan rute distribusi',
  'Keamanan Sistem Informasi': 'Pasal 17 huruf c UU 14/2008: rancangan pengamanan sistem',
  'Pertukaran dan Pemanfaatan Data': 'Pasal 17 huruf h UU 14/2008: data pribadi pemilih',
  'Akses Pemilih Penyandang Disabilitas': 'Pasal 17 huruf h UU 14/2008: riwayat kesehatan pemilih',
  'Magang dan Pengembangan SDM': 'Pasal 17 huruf i UU 14/2008: memorandum antarbadan publik',
}
const onRequest = 'Penelitian dan Pengabdian kepada Masyarakat'
const published = 'Pendidikan Pemilih Berkelanjutan'

/** All faces of the public register: excluded by several letters and by none, on request, and public with a file that anybody may read. */
export async function openUp(kernel: Kernel, officer: Actor): Promise<void> {
  const agreements = await kernel.store.db
    .selectFrom('agreement')
    .select(['id', 'title', 'openness', 'rev', 'partner_names as partners', 'kpu_number as number'])
    .orderBy('kpu_number')
    .orderBy('title')
    .execute()
  for (const { id, rev, ...agreement } of agreements) {
    const { title, openness } = agreement
    const exclusionReason = openness === 'excluded' && reasons[title]
    if (exclusionReason) await call(kernel, officer, classifyAgreement, { id, rev, openness, exclusionReason }, 'setup')
    if (openness !== 'public') continue
    if (title === onRequest) await call(kernel, officer, classifyAgreement, { id, rev, openness: 'on_request' }, 'setup')
    if (title === published) await publish(kernel, officer, id, agreement)
  }
}

async function publish(
  kernel: Kernel,
  officer: Actor,
  agreement: string,
  data: { title: string; partners: string; number: string | null },
): Promise<void> {
  const bytes = await renderPdf('database/demo/excerpt.typ', data, { made: kernel.clock.now().toISOString() })
  const file = { name: 'petikan-naskah.pdf', bytes }
  const given = { agreement, label: 'Petikan naskah tanpa data pribadi', file }
  const { documents } = (await call(kernel, officer, addDocument, given, 'setup')) as AgreementDetail
  await call(kernel, officer, publishDocument, { id: documents[0]!.id }, 'setup')
}
