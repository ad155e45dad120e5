import { defineList, optionsOf } from '../../../web/list/list.ts'
import { ParticipantListing } from '../schema/participants.ts'
import { participantWords as words } from '../words/participants.ts'

export const participantList = defineList({
  words,
  fields: ParticipantListing.shape,
  filters: [
    { parameter: 'q', field: 'q', control: 'search', label: w => w.search, chip: (w, q) => w.found({ words: q }) },
    { parameter: 'status', field: 'status', control: 'choice', label: w => w.statusOf, options: w => optionsOf(w.statuses) },
    { parameter: 'perlu', field: 'unclear', control: 'tick', label: w => w.unclear },
  ],
})
