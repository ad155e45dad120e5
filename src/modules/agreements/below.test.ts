import { afterAll, expect, test } from 'vitest'
import { as, browser, kernel, person } from '../../../test/world.ts'
import { createPartner } from '../partners/operations/write.ts'
import { createAgreement } from './operations/write.ts'
import type { AgreementDetail } from './schema.ts'

afterAll(() => kernel.close())

const nasional = await person('Nasional', 'cooperation_officer', '00')
const sari = await person('Sari', 'office_operator', '35.10')
const kejari = await as(sari)(createPartner, { name: 'Kejaksaan Negeri Contoh', class: 'state_body' })
const draft = { kind: 'pks', title: 'Pendampingan hukum', stage: 'signed', signedOn: '2024-03-01', endsOn: '2029-03-01' } as const
const record = (more: object) => as(sari)<AgreementDetail>(createAgreement, { ...draft, ...more } as never)

test('how many are said to stand right below an agreement, and the list that this opens, are the same to each reader', async () => {
  const national = await as(nasional)<AgreementDetail>(createAgreement, {
    ...draft,
    title: 'Nota kesepahaman induk banyak',
    parties: [
      { side: 'kpu', office: '00', number: '15/PR.07-NK/01/2022' },
      { side: 'partner', partner: kejari.id },
    ],
  })
  for (let at = 1; at <= 11; at++) {
    const parties = [
      { side: 'kpu', office: '35.10', number: `${at}/HK.09-PKS/3510/2024` },
      { side: 'partner', partner: kejari.id },
    ]
    const { id } = await record({ parties, parent: '15/pr.07-nk/01/2022', title: `Turunan ${at}` })
    if (at === 1)
      await record({ kind: 'addendum', parent: id, title: 'Adendum turunan', parties: [{ ...parties[0]!, number: 'A-1' }, parties[1]!] })
  }
  const page = await (await (await browser(nasional)).get(`/perjanjian/${national.id}`)).text()
  expect(page).toContain('11 perjanjian di bawahnya')
  const link = page.match(/<a (?=[^>]*data-count="11")[^>]*href="([^"]*)"/)?.[1]
  expect(link).toBe(`/perjanjian?induk=${national.id}`)
  expect(await (await (await browser(nasional)).get(link!)).text()).toContain('data-total="11"')
})
