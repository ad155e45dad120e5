import type { ExamplePages } from '../browser/pages.ts'

/** Its page, the same for everybody: what it shows is on their device. */
export const pages: ExamplePages = { '/perangkat': [{}] }

/** It shows nothing of what people wrote that the server could know. */
export const silentPages = ['/perangkat']
