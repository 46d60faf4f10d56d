import { Button, Modal } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Sheet } from '#ui/page.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useForm } from '#ui/use-form.ts'
import { type LedgerPage, ledgerContract } from '../contract.ts'
import { fenOf, tenThousands } from '../domain/ledger-cells.ts'
import { ProjectEntry } from '../domain/list-entry.ts'
import { TaskChoice } from './task-choice.tsx'

type Project = LedgerPage['projects'][number]

const amount = (label: string) =>
  z
    .string()
    .refine((text) => fenOf(text) !== undefined, '只填数字，单位为万元。')
    .nullable()
    .meta({ label: `${label}（万元）` })

const Form = ProjectEntry.pick({ name: true, content: true })
  .extend({ total: amount('总投资'), year: amount('年度投资') })
  .extend(ProjectEntry.pick({ progress: true, agency: true, person: true, start: true, finish: true }).shape)
  .extend({ taskId: z.uuid().nullable().meta({ label: '对应任务' }) })
type Form = z.infer<typeof Form>

const formOf = (entry: Project | null): Form => ({
  name: entry?.name ?? '', content: entry?.content ?? '', total: tenThousands(entry?.totalFen ?? null), year: tenThousands(entry?.yearFen ?? null),
  progress: entry?.progress ?? '', agency: entry?.agency ?? '', person: entry?.person ?? '', start: entry?.start ?? '', finish: entry?.finish ?? '',
  taskId: entry?.taskId ?? null,
}) // biome-ignore format: in the order of the columns

const columns: readonly Column<Project>[] = [
  { key: 'name', title: '项目名称', render: ({ name }) => name },
  {
    key: 'total',
    title: '总投资（万元）',
    width: 130,
    align: 'right',
    render: ({ totalFen }) => tenThousands(totalFen),
  },
  { key: 'progress', title: '进度', width: 240, render: ({ progress }) => progress },
  { key: 'agency', title: '责任单位', width: 180, render: ({ agency }) => agency },
  {
    key: 'span',
    title: '开竣工',
    width: 150,
    render: ({ start, finish }) => [start, finish].filter(Boolean).join('—'),
  },
  { key: 'task', title: '对应任务', width: 180, render: ({ taskTitle }) => taskTitle },
]

function Card({ project }: { project: Project }) {
  return (
    <>
      <span className="card-title">{project.name}</span>
      <div className="card-line">
        <span>{project.agency}</span>
        <span>{project.totalFen !== null && `${tenThousands(project.totalFen)} 万元`}</span>
      </div>
      <div className="card-line">
        <span>{project.progress}</span>
      </div>
    </>
  )
}

/** 项目清单 on screen; the office adds, changes and removes lines. */
export function ProjectList({ page, programmeId }: { page: LedgerPage; programmeId: string }) {
  const [editing, setEditing] = useState<Project | 'new' | null>(null)
  const old = editing === 'new' ? null : editing
  const quiet = { quiet: true, onDone: () => setEditing(null) }
  const add = useWrite(ledgerContract.addProject, quiet)
  const save = useForm(ledgerContract.saveProject, old && { ...old, entryId: old.id }, quiet)
  const remove = useWrite(ledgerContract.removeProject, { onDone: () => setEditing(null) })
  const submit = ({ total, year, ...typed }: Form) => {
    const fields = { ...typed, totalFen: fenOf(total ?? '') ?? null, yearFen: fenOf(year ?? '') ?? null }
    if (old) save.mutate({ entryId: old.id, ...fields })
    else add.mutate({ programmeId, ...fields })
  }
  const mayEdit = page.can.saveEntry.allowed
  return (
    <Sheet
      title={`项目清单 ${page.projects.length}`}
      aside={mayEdit && <Button onClick={() => setEditing('new')}>登记项目</Button>}
    >
      <DataTable
        caption="项目清单"
        columns={columns}
        rows={page.projects}
        rowKey={({ id }) => id}
        {...(mayEdit && { onOpen: setEditing })}
        renderCard={(project) => <Card project={project} />}
        empty={
          <EmptyState title="还没有登记项目">
            {mayEdit ? '登记一个，或者导出空表填好后导入。' : '由专班办公室登记后会出现在这里。'}
          </EmptyState>
        }
      />
      {editing && (
        <Modal open title={old ? old.name : '登记项目'} footer={null} onCancel={() => setEditing(null)} destroyOnHidden>
          <SchemaForm
            schema={Form}
            first={formOf(old)}
            act={old ? '保存' : '登记'}
            pending={add.isPending || save.isPending}
            error={add.error ?? save.error}
            controls={{ taskId: TaskChoice }}
            onSubmit={submit}
          >
            {old && (
              <Button danger loading={remove.isPending} onClick={() => remove.mutate({ entryId: old.id })}>
                移出清单
              </Button>
            )}
          </SchemaForm>
        </Modal>
      )}
    </Sheet>
  )
}
