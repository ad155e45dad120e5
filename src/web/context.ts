import { Component, type ComponentChildren, type Context, createContext } from 'preact'
import { useContext } from 'preact/hooks'

type Props<T> = { value: T; children?: ComponentChildren }

/**
 * A value for everything below it in a page: `<Theme.Provide value="dark">…</Theme.Provide>`, read by `Theme.use()`.
 *
 * Preact's own `Provider` gives each instance closures over itself, and V8 then keeps the whole tree of every page until a full
 * collection: about a fifth of the server's time a page (decision 011). What `useContext` asks of a provider is `props.value` and `sub`.
 */
export function contextOf<T>(initial: T) {
  const context = createContext(initial)
  const { __c: key } = context as Context<T> & { __c: string }
  class Provide extends Component<Props<T>> {
    override getChildContext() {
      return { [key]: this }
    }
    /** Who reads the value is told of changes in a browser; a page is made once. */
    sub() {}
    override render() {
      return this.props.children
    }
  }
  return { Provide, use: (): T => useContext(context) }
}
