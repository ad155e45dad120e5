import { words as define } from '../../platform/i18n/words.ts'

export const words = define('things', { id: { related: 'Terkait' }, en: { related: 'Related' } })
