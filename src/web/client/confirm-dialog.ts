/** `<confirm-dialog>` around a link and a `<dialog>`: the link opens the dialog in place of the page that it leads to. */
class ConfirmDialog extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a')
    const dialog = this.querySelector('dialog')
    link?.setAttribute('role', 'button')
    link?.setAttribute('aria-haspopup', 'dialog')
    link?.addEventListener('click', event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      dialog?.showModal()
    })
    link?.addEventListener('keydown', event => {
      if (event.key !== ' ') return // what calls itself a button answers to the space bar, which a link does not
      event.preventDefault()
      link.click()
    })
    dialog?.addEventListener('click', event => {
      if (event.target === dialog) dialog.close()
    })
  }
}

customElements.define('confirm-dialog', ConfirmDialog)
