import { implementPrepared } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { judgeSecret } from './judge-secret.ts'
import { markBrowser } from './known-browser.ts'
import type { AccountPorts } from './ports.ts'
import { beginSession } from './session.ts'
import { getStanding } from './standing.ts'
import { viewSession } from './view-session.ts'

export const signIn = (ports: AccountPorts) =>
  implementPrepared(
    accountContract.signIn,
    async (asked) => {
      const { password, code } = asked.input
      const username = asked.input.username.toLowerCase()
      asked.about(`用户名 ${username}`, { address: asked.wire.address })
      const user = await judgeSecret(asked, { username, shown: { password, code }, atSignIn: true }, ports)
      // Said only to who knows the password: to others a closed account looks like none.
      if (user.sample && !ports.sampleOpen) throw accountErrors.sampleClosed({})
      if (user.disabledReason !== null) throw accountErrors.disabled({ reason: user.disabledReason })
      return user
    },
    async ({ prepared: user, tx, now, wire }) => {
      const standing = await getStanding(tx, user.id)
      await beginSession(tx, standing, { wire, now })
      markBrowser(wire, user.username, ports.seal)
      return viewSession(standing, now)
    },
  )
