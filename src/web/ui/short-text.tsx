import { useWords } from '../viewer.ts'
import { words } from '../words.ts'
import { dialledFrom } from './phone-link.tsx'

/** What somebody is told in a few words, to copy or to send by WhatsApp to the numbers that take it: offices reach each other so. */
export function ShortText({ text, phones = [] }: { text: string; phones?: readonly string[] }) {
  const w = useWords(words).shortText
  const links = phones.flatMap(phone => {
    const href = whatsAppAddress(phone, text)
    return href ? [{ phone, href }] : []
  })
  return (
    <details>
      <summary>{w.title}</summary>
      <pre class="letter">{text}</pre>
      {links.map(({ phone, href }) => (
        <p>
          <a href={href} rel="noreferrer" target="_blank">
            {w.send({ phone })}
          </a>
        </p>
      ))}
    </details>
  )
}

/**
 * The address that opens a conversation with a mobile number with the text in it, or null where no such number can be read. Without a
 * country it is Indonesian.
 */
export function whatsAppAddress(phone: string, text: string): string | null {
  const dialled = dialledFrom(phone)
  if (!dialled) return null
  const number = dialled.startsWith('+') ? dialled.slice(1) : dialled.replace(/^0|^(?=8)/, '62')
  const isMobile = number.startsWith('62') ? /^628\d{7,11}$/.test(number) : dialled.startsWith('+') && /^[1-9]\d{7,14}$/.test(number)
  return isMobile ? `https://wa.me/${number}?text=${encodeURIComponent(text.toWellFormed())}` : null
}
