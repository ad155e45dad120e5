import { formatNumber } from '../../platform/i18n/format.ts'
import type { Locale } from '../../platform/i18n/words.ts'
import { useViewer } from '../viewer.ts'
import { Icon } from './icon.tsx'

export type FileLinkProps = { href: string; name: string; bytes?: number | undefined; note?: string | undefined }

/** A stored file: its name as a link, its size (bytes) and a note such as who put it there. */
export function FileLink({ href, name, bytes, note }: FileLinkProps) {
  const { locale } = useViewer()
  const about = [bytes === undefined ? '' : fileSize(locale, bytes), note].filter(Boolean).join(' · ')
  return (
    <span class="file">
      <Icon name="file" />
      <span>
        <a href={href}>{name}</a> {about ? <small>{about}</small> : null}
      </span>
    </span>
  )
}

/** 1536 as "1,5 KB" on one line, counted by 1024 as file managers do. */
export function fileSize(locale: Locale, bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)))
  return `${formatNumber(locale, bytes / 1024 ** step, step === 0 ? 0 : 1)}\u00a0${units[step]}`
}
