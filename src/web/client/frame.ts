// What every page of somebody signed in has, as one file, since each costs a request and its head; the first of all sees the page as it came.
import './on-device.ts'
import './live-part.ts'
import './sign-out.ts'
import './search-box.ts'
import './confirm-dialog.ts'
