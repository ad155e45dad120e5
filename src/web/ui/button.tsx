import type { ComponentChildren } from 'preact'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
type Look = { kind?: ButtonKind | undefined; id?: string | undefined; children: ComponentChildren }
type ButtonProps = Look & {
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formaction?: string | undefined
  disabled?: boolean | undefined
  hidden?: boolean | undefined
  popovertarget?: string | undefined
  'aria-label'?: string | undefined
}
type LinkProps = Look & {
  href: string
  download?: boolean | string | undefined
  rel?: string | undefined
  target?: string | undefined
  accesskey?: string | undefined
  'aria-label'?: string | undefined
  /** How many the list behind it has, where its words say so. */
  count?: number | undefined
}

/**
 * A button that says a verb: `<Button>Kirim evaluasi</Button>`, `<Button kind="secondary" name="aksi" value="draf">Simpan draf</Button>`.
 * One `primary` a screen; `danger` for what cannot be undone. Its type is `submit` unless said otherwise.
 */
export const Button = ({ kind = 'primary', children, ...rest }: ButtonProps) => (
  <button {...(rest as object)} class={`button ${kind}`}>
    {children}
  </button>
)

/** The same look for going somewhere: `<ButtonLink href="/perjanjian/baru">Catat perjanjian</ButtonLink>`. */
export const ButtonLink = ({ kind = 'secondary', count, children, ...rest }: LinkProps) => (
  <a {...(rest as object)} data-count={count} class={`button ${kind}`}>
    {children}
  </a>
)

/** Buttons in a row, the main one first; they wrap on a narrow screen. */
export const Actions = ({ children }: { children: ComponentChildren }) => <div class="actions">{children}</div>
