import type { Locale } from '../../../platform/i18n/words.ts'
import type { PartnerClass } from '../schema.ts'
import { words } from '../words.ts'

/** What the classes of partners are called, also for other modules. */
export const classesIn = (locale: Locale): Readonly<Record<PartnerClass, string>> => words[locale].classes
