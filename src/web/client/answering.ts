// What a questionnaire to fill in has, as one file.
import './draft-form.ts'
import './conditional-fields.ts'
import './answer-progress.ts'
