import { type Errors, messages } from '../../../web/ui/form-state.ts'
import { Notice } from '../../../web/ui/notice.tsx'

/** What is wrong with a form as a whole, above it; what is wrong with a field stands beside the field. */
export function Trouble({ errors }: { errors: Errors }) {
  const whole = messages(errors, '')
  return whole.length ? <Notice kind="error">{whole.join(' ')}</Notice> : null
}

export const ofFields = (errors: Errors): Errors => ({ ...errors, '': undefined })
