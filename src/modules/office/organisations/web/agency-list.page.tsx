import { Link } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Page as Screen } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { type AgencyView, organisationContract } from '../contract.ts'
import { AgencyKind, agencyKindTitles } from '../domain/agency.ts'
import { countKinds, listAgenciesMatching } from '../domain/list-agencies.ts'
import { AgencyTable } from './agency-table.tsx'
import './agency.css'

const filtersOf = (agencies: readonly AgencyView[]): readonly Filter[] => [
  { kind: 'text', word: 'q', placeholder: '名称、别名或拼音首字母' },
  {
    kind: 'many',
    word: 'kind',
    label: '类别',
    options: countKinds(agencies, AgencyKind.options).map(({ kind, count }) => ({
      value: kind,
      label: `${agencyKindTitles[kind]}（${count}）`,
    })),
  },
  {
    kind: 'view',
    word: 'all',
    label: '范围',
    options: [
      { value: 'active', label: '现有单位' },
      { value: 'dissolved', label: '含已撤销' },
    ],
  },
]

function Agencies({ agencies, canImport }: { agencies: readonly AgencyView[]; canImport: boolean }) {
  const text = useUrlWord('q')
  const kinds = useUrlList('kind')
  const found = listAgenciesMatching(agencies, { text, kinds })
  const count = found.length === agencies.length ? `${found.length} 个` : `${found.length} 个，共 ${agencies.length} 个`
  return (
    <>
      <FilterBar filters={filtersOf(agencies)} count={count} />
      <AgencyTable agencies={found} all={agencies.length} canImport={canImport} />
    </>
  )
}

/** The register: every agency a plan of the county may name. */
export function Page() {
  const includeDissolved = useUrlWord('all') === 'dissolved' ? 'true' : undefined
  const register = useRead(organisationContract.listAgencies, { includeDissolved }, { keepOld: true })
  const can = register.data?.can
  return (
    <Screen
      title="单位名录"
      actions={
        <>
          {can?.importAgencies && (
            <Link className="button-link" to="/agencies/import">
              从表格导入
            </Link>
          )}
          {can?.saveAgency && (
            <Link className="button-link" to="/agencies/new">
              新建单位
            </Link>
          )}
        </>
      }
    >
      <Reading of={register}>
        {({ agencies, can }) => <Agencies agencies={agencies} canImport={can.importAgencies} />}
      </Reading>
    </Screen>
  )
}
