import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { organisationContract } from '../contract.ts'
import { AgencyForm } from './agency-form.tsx'
import './agency.css'

/** A new agency in the register. */
export function Page() {
  const navigate = useNavigate()
  const create = useWrite(organisationContract.createAgency, {
    quiet: true,
    onDone: ({ id }) => void navigate({ to: `/agencies/${id}`, replace: true }),
  })
  return (
    <Screen title="新建单位" width="reading" crumbs={[{ label: '单位名录', to: '/agencies' }]}>
      <Sheet>
        <AgencyForm
          first={{ kind: 'government' }}
          act="新建"
          sending={create}
          onSubmit={(fields) => create.mutate(fields)}
          onCancel={() => void navigate({ to: '/agencies' })}
        />
      </Sheet>
    </Screen>
  )
}
