import type { Zone } from '../platform/i18n/format.ts'
import type { Locale, Words } from '../platform/i18n/words.ts'
import { contextOf } from './context.ts'

/** Who looks at the page, as far as showing it goes: language, zone of the office, and the day it is there (`yyyy-mm-dd`). */
export type Viewer = { locale: Locale; zone: Zone; today: string }

export const ViewerContext = contextOf<Viewer>({ locale: 'id', zone: 'Asia/Jakarta', today: '1970-01-01' })
export const useViewer = (): Viewer => ViewerContext.use()

/** The module's words in the viewer's language. */
export const useWords = <T>(all: Words<T>): T => all[ViewerContext.use().locale] as T
