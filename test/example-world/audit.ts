import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/jejak': [{}, '/jejak?q=tidak-ada-yang-begini'],
  '/jejak/pemeriksaan': [{}],
  '/jejak/:kind/:id': [{ kind: 'person', id: example.person }],
}

/** Those that show nothing of what people wrote. */
export const silentPages = ['/jejak/pemeriksaan']
