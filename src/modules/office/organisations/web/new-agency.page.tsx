import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { organisationContract } from '../contract.ts'
import { emptyAgency, toAgencyForm } from './agency-fields.ts'
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
          first={emptyAgency}
          act="新建"
          pending={create.isPending}
          error={create.error}
          onSubmit={(fields) => create.mutate(toAgencyForm(fields))}
          onCancel={() => void navigate({ to: '/agencies' })}
        />
      </Sheet>
    </Screen>
  )
}
