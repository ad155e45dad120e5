import type { ExamplePages } from '../browser/pages.ts'

/** Its pages, and at which addresses they are opened; the runs come with the modules whose work they are. */
export const pages: ExamplePages = {
  '/pekerjaan': [{}, '/pekerjaan?status=done'],
}
