import { defineList, optionsOf } from '../../../web/list/list.ts'
import { TopicListing } from '../schema/voices.ts'
import { words } from '../words/words.ts'

const { meeting: _, ...fields } = TopicListing.shape

export const voiceList = defineList({
  words,
  fields,
  sorts: { jenis: 'kind', waktu: 'created' },
  sortLabels: w => ({ jenis: w.sortKind, waktu: w.sortTime }),
  usual: () => 'kind',
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.found({ words: q }) },
    { parameter: 'jenis', field: 'kind', control: 'choice', label: w => w.kind, options: w => optionsOf(w.kinds) },
    { parameter: 'status', field: 'state', control: 'choice', label: w => w.state, options: w => optionsOf(w.states) },
    { parameter: 'sesi', field: 'session', control: 'thing', label: w => w.session, chip: (w, name) => w.inSession({ name }) },
  ],
})
