import { texts } from '../../../platform/i18n/words.ts'

/** What things of this module are called. */
export const titles = texts('files.titles', {
  fileCleanUp: { id: 'pembersihan berkas', en: 'file clean-up' },
  files: { id: 'Berkas', en: 'Files' },
})
