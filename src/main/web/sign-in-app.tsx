import { createRoot } from 'react-dom/client'
import { SignInPage } from '#modules/office/accounts/web/sign-in/sign-in-page.tsx'

// An entry of its own: whoever signs in on a slow line waits for nothing that only work needs.
const place = document.getElementById('root')
if (place) createRoot(place).render(<SignInPage />)
