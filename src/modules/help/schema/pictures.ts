const desk = { width: 960, height: 560 }
const phone = { width: 390, height: 640 }

/** The pictures of the guides by their tasks, as large as `npm run tour` takes them for `docs/help/`. */
export const pictures = {
  'evaluation-answer': phone,
  'evaluation-watch': desk,
  'agreement-record': desk,
  'agreement-renew': desk,
  'finding-plan': desk,
  'followup-verify': desk,
  'person-register': desk,
  'report-read': desk,
} as const satisfies Record<string, { width: number; height: number }>

export const hasPicture = (task: string): task is keyof typeof pictures => task in pictures
export const pictureName = (task: string, language: 'id' | 'en'): string => `help-${task}-${language}.webp`
