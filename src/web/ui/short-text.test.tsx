import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderPart } from '../page.tsx'
import { ShortText, whatsAppAddress } from './short-text.tsx'

const numberOf = (phone: string) => whatsAppAddress(phone, 'x')?.match(/wa\.me\/(\d+)\?/)?.[1] ?? null

test('a mobile number is read as people write it; a fixed line or an extension takes no WhatsApp', () => {
  for (const [phone, number] of [
    ['0812-3456-7890', '6281234567890'],
    ['+62 812 3456 7890', '6281234567890'],
    ['62 812 3456 7890', '6281234567890'],
    ['812 3456 7890', '6281234567890'],
    ['+62 (0) 812 3456 7890', '6281234567890'],
    ['0812 3456 7890 / (0343) 421234', '6281234567890'],
    ['+65 8123 4567', '6581234567'],
    ['(0343) 421234 ext. 12', null],
    ['021 5550123', null],
    ['12345', null],
    ['belum ada', null],
  ] as const)
    expect([phone, numberOf(phone)]).toEqual([phone, number])
})

test('whatever the text, the address gives it back, and nobody breaks out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      const address = whatsAppAddress('0812 3456 7890', text)!
      expect([new URL(address).host, new URL(address).searchParams.get('text')]).toEqual(['wa.me', text.toWellFormed()])
    }),
  )
})

test('the text stands there to be read without a script, and the link where there is a number', () => {
  const page = renderPart(
    { locale: 'id', zone: 'Asia/Jakarta', today: '2025-11-20' },
    <ShortText text="Mohon <b> & selesai" phones={['021 5550123', '0812 3456 7890']} />,
  )
  expect(page).toContain('Mohon &lt;b> &amp; selesai')
  expect(page.match(/href="[^"]*"/g)).toEqual(['href="https://wa.me/6281234567890?text=Mohon%20%3Cb%3E%20%26%20selesai"'])
})
