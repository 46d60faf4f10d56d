import type { z } from 'zod'
import { kindTitles } from '#modules/programme/plans/contract.ts'
import { useRead } from '#ui/client.ts'
import { type Filter, FilterBar } from '#ui/filter-bar.tsx'
import { Reading } from '#ui/reading.tsx'
import { useUrlList, useUrlWord } from '#ui/url-state.ts'
import { type ProgrammeView, programmeContract } from '../contract.ts'
import { countOf, ListPages, ListPrint, useListWords, usePrint } from './list-page.tsx'
import { ProgrammeFrame } from './programme-frame.tsx'
import { TargetTable } from './target-table.tsx'

type TargetPage = z.output<typeof programmeContract.listTargets.output>

const same = (name: string) => ({ value: name, label: name })

function filtersOf({ agencies, headings }: ProgrammeView, { kinds, years, modalities }: TargetPage): readonly Filter[] {
  const leading = agencies.filter(({ leads }) => leads > 0).map(({ name }) => name)
  return [
    { kind: 'text', word: 'q', placeholder: '指标、原文或所属任务' },
    { kind: 'many', word: 'agency', label: '牵头单位', options: leading.map(same) },
    { kind: 'many', word: 'action', label: '行动', options: headings.map(same) },
    {
      kind: 'many',
      word: 'kind',
      label: '目标类型',
      options: kinds.map((kind) => ({ value: kind, label: kindTitles[kind] })),
    },
    {
      kind: 'one',
      word: 'year',
      label: '到期年份',
      options: years.map((year) => ({ value: year, label: `${year} 年` })),
    },
    {
      kind: 'one',
      word: 'modality',
      label: '语气',
      options: modalities.map(same),
    },
    {
      kind: 'view',
      word: 'group',
      label: '分组',
      options: [
        { value: 'action', label: '按行动' },
        { value: 'agency', label: '按牵头单位' },
        { value: 'none', label: '不分组' },
      ],
    },
  ]
}

interface TargetListProps {
  programme: ProgrammeView
  page: TargetPage
  print: () => void
}

function TargetList({ programme, page, print }: TargetListProps) {
  const grouped = useUrlWord('group') !== 'none'
  const count = countOf(page, '个')
  return (
    <>
      <FilterBar filters={filtersOf(programme, page)} count={count} aside={<ListPrint print={print} />} />
      <p className="only-print">
        {count}，截至 {programme.today}
      </p>
      <TargetTable page={page} grouped={grouped} />
      <ListPages rows={page.rows} measure="个" />
    </>
  )
}

function Targets({ programme }: { programme: ProgrammeView }) {
  const { id: programmeId } = programme
  const list = useListWords()
  const own = { kind: [...useUrlList('kind')], modality: useUrlWord('modality'), year: useUrlWord('year') }
  const page = useRead(programmeContract.listTargets, { programmeId, ...list.words, ...own }, { keepOld: true })
  const print = usePrint(list, page)
  return <Reading of={page}>{(found) => <TargetList programme={programme} page={found} print={print} />}</Reading>
}

/** All targets of a programme; a row unfolds the sentence its figure stands in. */
export function Page() {
  return <ProgrammeFrame tab="目标清单">{(programme) => <Targets programme={programme} />}</ProgrammeFrame>
}
