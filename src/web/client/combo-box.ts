import { type Choice, chosenFrom, chosenText } from '../../platform/values/choices.ts'
import { chooser } from './combo-list.ts'

/**
 * `<combo-box data-source data-words data-label?>` around the text field of a choice: a list of what fits stands below while one types. The
 * field holds the name of what was chosen. Its value stands in the hidden field beside it; in a form whose fields make an address there is
 * none, and the value takes the name's place when it is sent.
 */
class ComboBox extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector<HTMLInputElement>('input:not([type=hidden])')
    const beside = this.querySelector<HTMLInputElement>('input[type=hidden]')
    if (!box || this.dataset.live !== undefined) return
    this.dataset.live = ''
    let own: Choice | null = box.value ? { value: box.value, label: this.dataset.label || box.value } : null
    const chosen = () => (beside ? chosenFrom(beside.value) : own)
    if (!beside) {
      box.value = own?.label ?? ''
      box.form?.addEventListener('formdata', ({ formData }) => {
        if (own && box.value === own.label) formData.set(box.name, own.value)
      })
    }
    chooser(this, box, JSON.parse(this.dataset.words ?? '{}'), {
      find: text => ask(this.dataset.source!, text),
      chosen,
      choose: choice => {
        if (beside) beside.value = choice ? chosenText(choice) : ''
        else own = choice
        box.value = choice?.label ?? box.value
        box.dispatchEvent(new Event('change', { bubbles: true }))
      },
    })
  }
}

async function ask(source: string, text: string): Promise<Choice[]> {
  const url = new URL(source, location.href)
  url.searchParams.set('q', text)
  const answer = await fetch(url, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

customElements.define('combo-box', ComboBox)
