/**
 * `<keep-codes data-codes data-copied data-not-copied hidden>` around the buttons that print and copy what is shown once; without a script
 * they are not there.
 */
class KeepCodes extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false
    this.querySelector('[name=print]')?.addEventListener('click', () => print())
    this.querySelector('[name=copy]')?.addEventListener('click', () => void this.#copy())
  }

  async #copy(): Promise<void> {
    const { codes = '', copied = '', notCopied = '' } = this.dataset
    // Without https a browser has no clipboard to give.
    const done = await navigator.clipboard?.writeText(codes).then(
      () => true,
      () => false,
    )
    this.querySelector('[role=status]')!.textContent = done ? copied : notCopied
  }
}

customElements.define('keep-codes', KeepCodes)
