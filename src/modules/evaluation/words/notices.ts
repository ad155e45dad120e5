import { formatDay } from '../../../platform/i18n/format.ts'
import { words } from '../../../platform/i18n/words.ts'

/** Each notice in one line, as the inbox and the summary show it; days are `yyyy-mm-dd`. */
export const noticeLines = words({
  id: {
    invitation: (agreement: string, cycle: string, dueOn: string) =>
      `Undangan mengisi evaluasi "${agreement}", ${cycle}, paling lambat ${formatDay('id', dueOn)}`,
    due: (agreement: string, cycle: string, dueOn: string) =>
      `Evaluasi "${agreement}", ${cycle}, belum dikirim; tenggatnya ${formatDay('id', dueOn)}`,
    returned: (agreement: string, cycle: string) => `Evaluasi "${agreement}", ${cycle}, dikembalikan untuk diperbaiki`,
    submitted: (who: string, agreement: string, cycle: string) => `${who} sudah mengirim evaluasi "${agreement}", ${cycle}`,
    extended: (cycle: string, until: string) => `Tenggat isian Anda dalam ${cycle} diperpanjang sampai ${formatDay('id', until)}`,
  },
  en: {
    invitation: (agreement, cycle, dueOn) => `Invitation to evaluate "${agreement}", ${cycle}, by ${formatDay('en', dueOn)}`,
    due: (agreement, cycle, dueOn) => `The evaluation of "${agreement}", ${cycle}, is not submitted; it is due ${formatDay('en', dueOn)}`,
    returned: (agreement, cycle) => `The evaluation of "${agreement}", ${cycle}, was sent back for correction`,
    submitted: (who, agreement, cycle) => `${who} has submitted its evaluation of "${agreement}", ${cycle}`,
    extended: (cycle, until) => `Your forms of ${cycle} are now due ${formatDay('en', until)}`,
  },
})
