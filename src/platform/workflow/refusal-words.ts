import { texts } from '../i18n/words.ts'

export const refusals = texts('platform.workflow', {
  notNow: {
    id: '{thing} sekarang berstatus “{state}”, jadi langkah ini tidak dapat dilakukan. Muat ulang halaman untuk melihat status terbarunya.',
    en: 'The status of {thing} is now “{state}”, so this cannot be done. Reload the page to see its latest status.',
  },
})
