import type { Locale } from './words.ts'

/** "Pasal 4 ayat (2)", as people write it, said in English: "Article 4 (2)". */
export const articleIn = (locale: Locale, article: string | null): string | null =>
  locale === 'en' && article ? article.replace(/^pasal /i, 'Article ').replace(/ ayat (?=\()/gi, ' ') : article
