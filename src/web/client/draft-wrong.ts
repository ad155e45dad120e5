import type { Wrong } from './draft-send.ts'
import { controls, fieldOf } from './form-values.ts'

export type Marked = { name: string; id: string; label: string }

/**
 * Says at each field what is wrong with it, as the server does on a page (`FieldErrors`), and takes that away again from what it took
 * now; a field that it did not look at stays as it is. Answers with where each wrong field stands and what it is called.
 */
export function markWrong(
  form: HTMLFormElement,
  { wrong, right, said }: { wrong: Wrong; right: readonly string[]; said: string },
): Marked[] {
  for (const name of right) clear(form, name)
  return Object.entries(wrong).flatMap(([name, message]) => {
    clear(form, name)
    const control = controls(form).find(one => one.name === name)
    const field = fieldOf(form, name)
    if (!control || !field) return []
    const line = Object.assign(document.createElement('p'), { className: 'field-error', id: `${control.id}-error` })
    line.append(Object.assign(document.createElement('span'), { className: 'unseen', textContent: `${said}: ` }), message)
    const before = field.querySelector(`#${CSS.escape(control.id)}-hint`) ?? field.querySelector('label, legend')
    before?.after(line)
    field.classList.add('wrong')
    control.setAttribute('aria-invalid', 'true')
    describe(control, all => [...all, line.id])
    announce(control)
    return [{ name, id: control.id, label: labelOf(field) }]
  })
}

/** Only a field of its own: what is wrong with a whole table stands at the table. */
function clear(form: HTMLFormElement, name: string): void {
  const field = fieldOf(form, name)
  if (!field?.classList.contains('wrong')) return
  field.classList.remove('wrong')
  for (const line of field.querySelectorAll('.field-error')) line.remove()
  for (const control of controls(form).filter(one => one.name === name)) {
    control.removeAttribute('aria-invalid')
    describe(control, all => all.filter(id => !id.endsWith('-error')))
  }
  announce(field)
}

/** For what hides fields and counts them: one that is wrong stays in sight. */
const announce = (at: Element): boolean => at.dispatchEvent(new CustomEvent('restored', { bubbles: true }))

function describe(control: Element, change: (ids: string[]) => string[]): void {
  const ids = change((control.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
  if (ids.length) control.setAttribute('aria-describedby', ids.join(' '))
  else control.removeAttribute('aria-describedby')
}

/** Without "(opsional)". */
function labelOf(field: Element): string {
  const label = field.querySelector('label, legend')?.cloneNode(true) as Element | undefined
  label?.querySelector('.optional')?.remove()
  return label?.textContent?.trim() ?? ''
}
