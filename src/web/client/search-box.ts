/** `<search-box>` around the search of the frame: the key `/` leads into its field from anywhere that nothing is typed. */
class SearchBox extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener('keydown', event => {
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return
      const { target } = event
      if (target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog'))) return
      event.preventDefault()
      this.querySelector('input')?.focus()
    })
  }
}

customElements.define('search-box', SearchBox)
