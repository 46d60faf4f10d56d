import { defineModule } from '#platform/operation/implement.ts'
import { serveIntake } from '#platform/registry/serve-intake.ts'
import { passwordReset } from './contract.ts'
import { grantFlow } from './domain/grant.ts'
import { changePassword } from './server/change-password.ts'
import { createUser } from './server/create-user.ts'
import { findUsers } from './server/finders.ts'
import { confirmGrant, confirmImport, listGrants, refuseGrant } from './server/grants.ts'
import { issuePasswords } from './server/issue-passwords.ts'
import { askMandate, chooseMandate, endMandate, listMandates } from './server/mandate-operations.ts'
import { peopleKit } from './server/people-intake.ts'
import type { AccountPorts } from './server/ports.ts'
import { getRules, saveRules } from './server/rules.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getSecondFactor,
} from './server/second-factor-operations.ts'
import { endDevice, getSession, listDevices, signOut } from './server/session-operations.ts'
import { signIn } from './server/sign-in.ts'
import { accountRows } from './server/tables.ts'
import {
  disableUser,
  enableUser,
  listUsers,
  removeSecondFactor,
  resetPassword,
  saveUser,
  unlockUser,
} from './server/user-operations.ts'

/** Who may sign in, as what, and how their sessions and passwords are kept. */
export const accounts = (ports: AccountPorts) => {
  const people = serveIntake(peopleKit)
  return defineModule({
    name: 'accounts',
    title: '账号',
    unique: accountRows,
    operations: [
      signIn(ports),
      signOut(),
      getSession(),
      listMandates(),
      chooseMandate(),
      listDevices(),
      endDevice(),
      changePassword(ports),
      getSecondFactor(),
      beginSecondFactor(ports),
      confirmSecondFactor(ports),
      endSecondFactor(ports),
      listUsers(),
      createUser(),
      ...people.operations,
      issuePasswords(),
      saveUser(),
      askMandate(),
      endMandate(),
      listGrants(),
      confirmGrant(),
      confirmImport(),
      refuseGrant(),
      disableUser(),
      enableUser(),
      unlockUser(),
      resetPassword(),
      removeSecondFactor(),
      getRules(),
      saveRules(),
    ],
    finds: [findUsers],
    tells: [passwordReset],
    procedures: [grantFlow],
    jobs: people.jobs,
    listens: [],
  })
}
