import type { Operation } from '#kernel/contract.ts'
import { may } from '#kernel/contract.ts'
import { useSession } from '#modules/office/accounts/web/index.tsx'

/** Whether the person signed in holds the grant of an operation, as its contract line says. */
export function useMay(operation: Pick<Operation, 'by'>): boolean {
  const { data: session } = useSession()
  return session ? may(session.user, operation) : false
}
