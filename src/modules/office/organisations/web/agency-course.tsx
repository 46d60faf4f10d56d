import { Link } from '@tanstack/react-router'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { useRead } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { nameOf, useKit } from '#ui/registry/kit.tsx'
import { organisationContract } from '../contract.ts'
import { standingTitles } from '../domain/agency.ts'
import './agency.css'

/** How it is written to; the agencies whose work this one took over; of a group without members, what that means. */
export function Part({ record: { id, values } }: { record: RecordView }) {
  const { registry } = useKit()
  const from = useRead(registry.operations.listRecords, { successorId: id, ended: 'with', size: '200' })
  const merged = from.data?.records ?? []
  const isEmptyGroup =
    values['kind'] === 'group' && Array.isArray(values['memberIds']) && values['memberIds'].length === 0
  const judged = useRead(organisationContract.tellStanding, { agencyId: id }).data
  return (
    <>
      {judged && (
        <p className="quiet">
          {judged.issuer}行文：{standingTitles[judged.standing]}，{judged.reason}。不符的，在“隶属关系”中选定。
        </p>
      )}
      {isEmptyGroup && (
        <p className="quiet">还没有登记成员单位。规划中写到它时，只能记为这个组合，不能分到具体单位。</p>
      )}
      {merged.length > 0 && (
        <Sheet title="机构沿革">
          <p className="quiet">以下单位并入本单位：</p>
          <ul className="agency-links">
            {merged.map((one) => (
              <li key={one.id}>
                <Link to={`/agencies/${one.id}`}>{nameOf(registry, one)}</Link>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  )
}
