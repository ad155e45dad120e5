import { formatTime } from '../../../platform/i18n/format.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { isLater } from '../rules/captured.ts'
import { evaluationWords } from '../words.ts'

/** Says when something was filled in and when it came, where these are apart. */
export function useTwoTimes(): (at: Date, capturedAt: Date | null) => string | undefined {
  const w = useWords(evaluationWords)
  const { locale, zone } = useViewer()
  const time = (at: Date) => formatTime(locale, at, zone, 'short')
  return (at, captured) => (captured && isLater(at, captured) ? w.writtenAndCame({ written: time(captured), came: time(at) }) : undefined)
}
