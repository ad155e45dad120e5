import { example } from '../../src/platform/values/example-ids.ts'
import type { ExamplePages } from '../browser/pages.ts'

/** Its pages, and at which addresses they are opened. */
export const pages: ExamplePages = {
  '/rapat/:id/naskah': [{ id: example.minutesMeeting }, { id: example.meeting }],
  '/rapat/:id/naskah/:kind': [
    { id: example.minutesMeeting, kind: 'susunan-acara' },
    { id: example.meeting, kind: 'surat-undangan' },
    { id: example.endedMeeting, kind: 'laporan' },
    `/rapat/${example.minutesMeeting}/naskah/berita-acara`,
    `/rapat/${example.minutesMeeting}/naskah/notula?untuk=${example.distributedMinutes}`,
  ],
}
