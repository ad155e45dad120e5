import { afterAll, expect, test, vi } from 'vitest'
import { as, kernel, person } from '../../../test/world.ts'
import { exampleTemplate } from './documents/example-template.ts'
import { uploadTemplate } from './operations/templates.ts'

afterAll(() => kernel.close())
const officer = await person('Ratna', 'national_admin')

test('a template is looked through before its operation begins, so that no connection waits for it', async () => {
  const begun = vi.spyOn(kernel.store.db, 'transaction')
  const file = { name: 'templat.docx', bytes: new TextEncoder().encode('bukan Word') }
  await expect(as(officer)(uploadTemplate, { file, office: null, rev: 0 })).rejects.toMatchObject({ code: 'invalid' })
  expect(begun).not.toHaveBeenCalled()
  await as(officer)(uploadTemplate, { file: { name: 'templat.docx', bytes: exampleTemplate() }, office: null, rev: 0 })
  expect(begun).toHaveBeenCalledOnce()
  begun.mockRestore()
})
