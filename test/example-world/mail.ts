import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/surat': [{}],
  '/surat/:id': [{ id: example.mail }],
}
