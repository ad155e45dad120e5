import type { ExamplePages } from '../browser/pages.ts'

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/perubahan': [{}],
}
