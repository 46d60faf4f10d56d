import { useNavigate } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { useForm } from '#ui/use-form.ts'
import { type AgencyView, organisationContract } from '../contract.ts'
import { departments } from '../domain/departments.data.ts'
import { AgencyForm } from './agency-form.tsx'
import './agency.css'

function EditAgency({ agency }: { agency: AgencyView }) {
  const navigate = useNavigate()
  const { id, name, divisionCode } = agency
  const back = () => void navigate({ to: `/agencies/${id}`, replace: true })
  const save = useForm(
    organisationContract.saveAgency,
    { ...agency, agencyId: id },
    {
      quiet: true,
      onDone: back,
      titles: { deptCodes: Object.fromEntries(departments.map(({ code, core }) => [code, core])) },
    },
  )
  const crumbs = [
    { label: '单位名录', to: '/agencies' },
    { label: name, to: `/agencies/${id}` },
  ]
  return (
    <Screen title="修改单位" width="reading" crumbs={crumbs}>
      <Sheet>
        <AgencyForm
          first={agency}
          ownId={id}
          act="保存"
          sending={save}
          onSubmit={(fields) => save.mutate({ ...fields, divisionCode, agencyId: id })}
          onCancel={back}
        />
      </Sheet>
    </Screen>
  )
}

/** Another name, another kind, a merger: what changed about an agency. */
export function Page() {
  const agency = useRead(organisationContract.getAgency, { agencyId: usePathWord('agencyId') })
  return <Reading of={agency}>{(view) => <EditAgency agency={view} />}</Reading>
}
