import { Link } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { type AgencyView, organisationContract } from '../contract.ts'
import { departments } from '../domain/departments.data.ts'
import './agency.css'

interface Named {
  id: string
  name: string
}

function Names({ agencies }: { agencies: readonly Named[] }) {
  return (
    <ul className="agency-links">
      {agencies.map(({ id, name }) => (
        <li key={id}>
          <Link to={`/agencies/${id}`}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}

function Lines({ lines }: { lines: readonly { name: string; note: string }[] }) {
  return (
    <ul>
      {lines.map(({ name, note }) => (
        <li key={name + note}>
          {name} <span className="quiet">{note}</span>
        </li>
      ))}
    </ul>
  )
}

const inUse = (from: string | null, to: string | null): string => {
  if (from === null && to === null) return ''
  return `${from ?? '起始日期未知'} 至 ${to ?? '今'}`
}

const coreOf = (code: string): string => departments.find((department) => department.code === code)?.core ?? code

function factsOf(agency: AgencyView): readonly Fact[] {
  const { aliases, formerNames, deptCodes, validFrom, validTo } = agency
  const former = formerNames.map(({ name, until }) => ({
    name,
    note: until === null ? '停用日期未知' : `用到 ${until}`,
  }))
  const other = aliases.map(({ name, from, to }) => ({ name, note: inUse(from, to) }))
  return [
    { label: '简称', value: agency.shortName },
    { label: '类别', value: agency.kindTitle },
    { label: '行政区划', value: `${agency.divisionName}（${agency.divisionCode}）` },
    { label: '别名', value: other.length > 0 ? <Lines lines={other} /> : <span className="quiet">无</span> },
    { label: '曾用名', value: former.length > 0 ? <Lines lines={former} /> : <span className="quiet">无</span> },
    {
      label: '职能',
      value: deptCodes.length > 0 ? deptCodes.map(coreOf).join('、') : <span className="quiet">按名称推定</span>,
    },
    { label: '信用代码', value: agency.creditCode },
    { label: '设立日期', value: validFrom },
    ...(validTo === null ? [] : [{ label: '撤销日期', value: validTo }]),
  ]
}

/** What it was merged into and from. */
function Course({ agency: { mergedInto, mergedFrom } }: { agency: AgencyView }) {
  if (mergedInto === null && mergedFrom.length === 0) return null
  return (
    <Sheet title="机构沿革">
      {mergedInto && (
        <p>
          并入 <Link to={`/agencies/${mergedInto.id}`}>{mergedInto.name}</Link>
        </p>
      )}
      {mergedFrom.length > 0 && (
        <>
          <p className="quiet">以下单位并入本单位：</p>
          <Names agencies={mergedFrom} />
        </>
      )}
    </Sheet>
  )
}

function Agency({ agency }: { agency: AgencyView }) {
  const { id, name, active, can, members } = agency
  return (
    <Screen
      title={name}
      width="reading"
      crumbs={[{ label: '单位名录', to: '/agencies' }]}
      meta={active ? undefined : '已撤销'}
      actions={
        can.saveAgency && (
          <Link className="button-link" to={`/agencies/${id}/edit`}>
            修改
          </Link>
        )
      }
    >
      <Sheet>
        <FactList facts={factsOf(agency)} />
      </Sheet>
      {agency.kind === 'group' && (
        <Sheet title={`成员单位 ${members.length} 个`}>
          {members.length > 0 ? (
            <Names agencies={members} />
          ) : (
            <p className="quiet">还没有登记成员单位。规划中写到它时，只能记为这个组合，不能分到具体单位。</p>
          )}
        </Sheet>
      )}
      <Course agency={agency} />
    </Screen>
  )
}

/** One agency with all its names, past and present. */
export function Page() {
  const agency = useRead(organisationContract.getAgency, { agencyId: usePathWord('agencyId') })
  return (
    <Reading
      of={agency}
      loading={
        <Screen title="单位" width="reading">
          {null}
        </Screen>
      }
    >
      {(view) => <Agency agency={view} />}
    </Reading>
  )
}
