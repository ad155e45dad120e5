import { assetUrl } from '../../../web/assets.ts'
import { useViewer, useWords } from '../../../web/viewer.ts'
import { hasPicture, pictureName, pictures } from '../schema/pictures.ts'
import { pictureWords } from '../words/pictures.ts'

/** What the page of a task looks like, where there is a picture; fetched once it comes into sight. */
export function Picture({ task }: { task: string }) {
  const w = useWords(pictureWords)
  const { locale } = useViewer()
  if (!hasPicture(task)) return null
  const src = assetUrl(pictureName(task, locale === 'en' ? 'en' : 'id'))
  return <img class="shot" src={src} alt={w[task]} loading="lazy" {...pictures[task]} />
}
