// What a list with filters has, as one file.
import './plain-address.ts'
import './combo-box.ts'
import './ticked-rows.ts'
