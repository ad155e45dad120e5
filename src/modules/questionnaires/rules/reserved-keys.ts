/** Names that the form around the questions uses itself. */
const own = ['rev', 'berubah', 'aksi', 'csrf', 'idempotency_key']

/**
 * What scripts ask of a form, and would no more find where a field is called like it: they would get the field instead (HTML, 4.10.3 "The
 * form element", named properties). What nobody asks, as `name` or `title`, may be a key.
 */
export const askedOfForms = [
  ...['action', 'append', 'children', 'dataset', 'elements', 'hidden', 'id', 'isConnected', 'ownerDocument', 'parentElement', 'parentNode'],
  ...['addEventListener', 'removeEventListener', 'dispatchEvent', 'closest', 'contains', 'matches', 'querySelector', 'querySelectorAll'],
  ...['getAttribute', 'hasAttribute', 'setAttribute', 'removeAttribute', 'toggleAttribute', 'nodeName', 'nodeType', 'tagName'],
  ...['checkValidity', 'reportValidity', 'requestSubmit', 'submit', 'reset', 'remove', 'replaceWith', 'scrollIntoView'],
]

const reserved: ReadonlySet<string> = new Set([...own, ...askedOfForms])

/** Whether a question may not be called so. One that was published before stays: to our own scripts it does not matter (`ownOf`). */
export const isReserved = (key: string): boolean => reserved.has(key)
