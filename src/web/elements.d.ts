import type { HTMLAttributes } from 'preact'

/** The custom elements of `client/`, as JSX knows them; all that they are told goes in `data-` attributes. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'attendance-desk': HTMLAttributes
      'voice-form': HTMLAttributes
      'draft-form': HTMLAttributes
      'on-device': HTMLAttributes
      'waiting-list': HTMLAttributes
      'keep-forms': HTMLAttributes
      'live-part': HTMLAttributes
      'combo-box': HTMLAttributes
      'confirm-dialog': HTMLAttributes
      'sign-out': HTMLAttributes
      'keep-codes': HTMLAttributes
      'plain-address': HTMLAttributes
      'conditional-fields': HTMLAttributes
      'answer-progress': HTMLAttributes
      'ticked-rows': HTMLAttributes
      'search-box': HTMLAttributes
      'round-clock': HTMLAttributes
    }
  }
}
