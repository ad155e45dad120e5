/**
 * `<plain-address>` around a form that looks for something: fields left empty stay out of the address. Without a script it is longer, and
 * leads to the same.
 */
class PlainAddress extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('formdata', ({ formData }) => {
      for (const name of new Set(formData.keys())) if (formData.getAll(name).every(value => value === '')) formData.delete(name)
    })
  }
}

customElements.define('plain-address', PlainAddress)
