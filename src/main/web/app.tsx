import { RouterProvider } from '@tanstack/react-router'
import { notification } from 'antd'
import { createRoot } from 'react-dom/client'
import { Refusal } from '#kernel/errors.ts'
import { forgetSession, renewSession } from '#modules/office/accounts/web/index.tsx'
import { listenToTabs } from '#ui/kept/kept.ts'
import { createQueryClient } from '#ui/query-client.ts'
import { Root } from '#ui/root.tsx'
import { routerOf } from '#ui/router.ts'
import { ErrorState } from '#ui/states.tsx'
import { NotFound } from './not-found.tsx'
import { routes } from './routes.ts'
import { Outside, Shell } from './shell.tsx'

const queries = createQueryClient({
  onRefused: (problem) =>
    notification.error({
      title: problem instanceof Refusal ? problem.message : '没有办成。请再试一次。',
      placement: 'top',
      duration: 8,
    }),
  onSignedOut: () => forgetSession(queries),
  onOtherMandate: () => renewSession(queries),
})
listenToTabs(() => renewSession(queries))

const router = routerOf(routes, { root: Outside, shell: Shell, notFound: NotFound, failed: ErrorState })

const place = document.getElementById('root')
if (place) {
  createRoot(place).render(
    <Root queries={queries}>
      <RouterProvider router={router} />
    </Root>,
  )
}
