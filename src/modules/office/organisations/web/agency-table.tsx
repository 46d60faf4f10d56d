import { Link, useNavigate } from '@tanstack/react-router'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { NameList } from '#ui/name-list.tsx'
import { EmptyState } from '#ui/states.tsx'
import type { AgencyView } from '../contract.ts'

/** What became of it, or whom it stands for. */
function Standing({ agency }: { agency: AgencyView }) {
  const { active, validTo, mergedInto, members, mergedFrom } = agency
  if (!active)
    return (
      <span>
        {validTo === null ? '已撤销' : `${validTo} 撤销`}
        {mergedInto && `，并入${mergedInto.name}`}
      </span>
    )
  if (members.length > 0) return <NameList names={members.map(({ name }) => name)} />
  if (mergedFrom.length > 0) return <span>并入了{mergedFrom.map(({ name }) => name).join('、')}</span>
  return null
}

const columns: readonly Column<AgencyView>[] = [
  {
    key: 'name',
    title: '单位名称',
    render: ({ id, name }) => (
      <span className="agency-name">
        <Link to={`/agencies/${id}`}>{name}</Link>
      </span>
    ),
    sortBy: ({ name }) => name,
  },
  {
    key: 'short',
    title: '简称',
    width: 170,
    render: ({ shortName }) => shortName ?? <span className="quiet">未写明</span>,
    sortBy: ({ shortName }) => shortName,
  },
  {
    key: 'kind',
    title: '类别',
    width: 120,
    render: ({ kindTitle }) => kindTitle,
    sortBy: ({ kindTitle }) => kindTitle,
  },
  {
    key: 'aliases',
    title: '别名',
    width: 200,
    render: ({ aliases }) => <NameList names={aliases.map(({ name }) => name)} unit="个" none="无" />,
  },
  {
    key: 'former',
    title: '曾用名',
    width: 200,
    render: ({ formerNames }) => <NameList names={formerNames.map(({ name }) => name)} unit="个" none="无" />,
  },
  { key: 'standing', title: '成员与沿革', width: 240, render: (agency) => <Standing agency={agency} /> },
]

function AgencyCard({ agency }: { agency: AgencyView }) {
  const { id, name, shortName, kindTitle, aliases, formerNames } = agency
  const others = [...aliases, ...formerNames].map((other) => other.name)
  return (
    <>
      <Link to={`/agencies/${id}`} className="card-title">
        {name}
      </Link>
      <p className="card-line">
        <span>{shortName ?? '简称未写明'}</span>
        <span>{kindTitle}</span>
      </p>
      {others.length > 0 && <p className="card-line">也叫 {others.join('、')}</p>}
      <Standing agency={agency} />
    </>
  )
}

interface AgencyTableProps {
  agencies: readonly AgencyView[]
  /** How many there are before filtering. */
  all: number
  canImport: boolean
}

const importLink = (
  <Link className="button-link" to="/agencies/import">
    从表格导入
  </Link>
)

/** Agencies as a table, on a phone as cards. */
export function AgencyTable({ agencies, all, canImport }: AgencyTableProps) {
  const navigate = useNavigate()
  const empty =
    all === 0 ? (
      <EmptyState title="名录还是空的" action={canImport && importLink}>
        从表格导入全部单位，或逐个新建；规划里的单位名称靠它认出来。
      </EmptyState>
    ) : (
      <EmptyState title="没有符合条件的单位">换一个说法，或放宽筛选条件再看。</EmptyState>
    )
  return (
    <DataTable
      caption="单位名录"
      columns={columns}
      rows={agencies}
      rowKey={({ id }) => id}
      renderCard={(agency) => <AgencyCard agency={agency} />}
      onOpen={({ id }) => void navigate({ to: `/agencies/${id}` })}
      sortWord="sort"
      empty={empty}
    />
  )
}
