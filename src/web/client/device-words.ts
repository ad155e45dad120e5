type Place = { readonly [name: string]: string | undefined }

/** A moment as people say it, `kemarin 14.06 WIB`, in their language and the zone of their office. */
export function clockTime(at: Date, { locale, zone, zoneName }: Place): string {
  const day = (date: Date) => Date.parse(date.toLocaleDateString('en-CA', { timeZone: zone }))
  const ago = Math.round((day(at) - day(new Date())) / 86_400_000)
  const on =
    ago > -2
      ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(ago, 'day')
      : at.toLocaleDateString(locale, { timeZone: zone, day: 'numeric', month: 'long' })
  return `${on} ${at.toLocaleTimeString(locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' })} ${zoneName}`
}

/** Bytes as people say them, in kB or MB. */
export function sizeText(bytes: number, locale: string | undefined): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${size.toLocaleString(locale, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${unit}`
}
