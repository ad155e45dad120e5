// What a form with boxes of choices and questions that depend on answers has, as one file.
import './conditional-fields.ts'
import './combo-box.ts'
