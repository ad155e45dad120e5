import type { ComponentChildren } from 'preact'
import { formatMoment, tagOf, zones } from '../../platform/i18n/format.ts'
import { useScript } from '../needs.ts'
import { useViewer, useWords } from '../viewer.ts'
import { words } from '../words.ts'

type DraftProps = {
  /** Names this draft on the device: person and thing, the same in every tab (`<person>:<assignment>`). */
  id: string
  /**
   * Takes the form by POST (as the form itself would send it) with `rev` and one `berubah` for each field changed here since;
   * `accept: application/json`. Answers 200 `{ rev, savedAt }`; 409 `{ rev, fields: { name: { value, by?, at? } } }` when fields were
   * changed elsewhere since `rev`; 422 `{ rev, savedAt, wrong: { name: message } }` when it took all but these; anything else, too, leaves
   * the values on the device.
   */
  url: string
  rev: string | number
  savedAt?: Date | string | undefined
  /** The form came back with something wrong: as it stands it is not kept for opening without a connection. */
  isAgain?: boolean
  /**
   * What the server holds where a form that came back shows something else, by field name, so that the device does not take for saved what
   * was refused; with by whom and when where that has to be chosen between.
   */
  stored?: Readonly<Record<string, { value: readonly string[]; by?: string; at?: string }>> | undefined
  /** What stands beside the state of the draft, in the line that stays in sight. */
  beside?: ComponentChildren
  /** The `Form`, with a button that saves the draft without JavaScript. */
  children: ComponentChildren
}

/** A form whose answers are never lost: kept on the device at each change, sent by themselves, and said so with the time. */
export function Draft({ id, url, rev, savedAt, isAgain, stored, beside, children }: DraftProps) {
  useScript('draft-form')
  const w = useWords(words)
  const { locale, zone, today } = useViewer()
  const d = w.draft
  const { notKept, byHand, ...states } = d
  const said = {
    ...states,
    saved: d.saved({ time: '{time}' }),
    partly: d.partly({ time: '{time}' }),
    wrong: w.error,
    offline: d.offline({ time: '{time}' }),
    queued: d.queued({ time: '{time}' }),
    notTaken: d.notTaken({ reason: '{reason}' }),
    locale: tagOf(locale),
    zone,
    zoneName: zones[zone],
  }
  return (
    <draft-form
      {...(isAgain ? {} : { 'data-keep': '' })}
      {...(savedAt ? { 'data-saved': '' } : {})}
      data-id={id}
      data-url={url}
      data-rev={String(rev)}
      data-words={JSON.stringify(said)}
      data-stored={stored && JSON.stringify(stored)}
    >
      <div class="draft-line">
        <p class="draft-status" role="status">
          {savedAt ? d.saved({ time: formatMoment(locale, savedAt, zone, today) }) : byHand}
        </p>
        {beside}
      </div>
      <p class="notice warning" data-part="not-kept" hidden>
        {notKept}
      </p>
      {children}
    </draft-form>
  )
}
