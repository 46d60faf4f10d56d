import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { tenThousandsOf } from '#kernel/money.ts'
import { useWrite } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Sheet } from '#ui/page.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useForm } from '#ui/use-form.ts'
import { type LedgerPage, ledgerContract } from '../contract.ts'
import { useTaskOptions } from './use-task-options.ts'

type Project = LedgerPage['projects'][number]

const { taskId, ...fields } = ledgerContract.addProject.input.omit({ programmeId: true }).shape
const schema = z.object({ ...fields, taskId })

const columns: readonly Column<Project>[] = [
  { key: 'name', title: '项目名称', render: ({ name }) => name },
  {
    key: 'total',
    title: '总投资（万元）',
    width: 130,
    align: 'right',
    render: ({ totalFen }) => tenThousandsOf(totalFen),
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
        <span>{project.totalFen !== null && `${tenThousandsOf(project.totalFen)} 万元`}</span>
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
  const taskOptions = useTaskOptions(programmeId)
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
        <FormDialog
          title={old ? old.name : '登记项目'}
          schema={schema}
          first={old ?? {}}
          act={old ? '保存' : '登记'}
          sending={old ? save : add}
          fields={{ taskId: { options: taskOptions } }}
          acts={
            old && (
              <Button danger loading={remove.isPending} onClick={() => remove.mutate({ entryId: old.id })}>
                移出清单
              </Button>
            )
          }
          onSubmit={(typed) =>
            old ? save.mutate({ entryId: old.id, ...typed }) : add.mutate({ programmeId, ...typed })
          }
          onCancel={() => setEditing(null)}
        />
      )}
    </Sheet>
  )
}
