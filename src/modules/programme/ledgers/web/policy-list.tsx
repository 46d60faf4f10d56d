import { Button } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import type { Column } from '#ui/column.ts'
import { DataTable } from '#ui/data-table.tsx'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Sheet } from '#ui/page.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useForm } from '#ui/use-form.ts'
import { type LedgerPage, ledgerContract } from '../contract.ts'
import { useTaskOptions } from './use-task-options.ts'

type Policy = LedgerPage['policies'][number]

const { taskId, ...fields } = ledgerContract.addPolicy.input.omit({ programmeId: true }).shape
const schema = z.object({ ...fields, taskId })

const columns: readonly Column<Policy>[] = [
  { key: 'title', title: '政策', render: ({ title }) => title },
  { key: 'number', title: '文号', width: 190, render: ({ number }) => number },
  { key: 'audience', title: '对象', width: 160, render: ({ audience }) => audience },
  { key: 'delivery', title: '兑现方式', width: 150, render: ({ delivery }) => delivery },
  { key: 'agency', title: '责任单位', width: 180, render: ({ agency }) => agency },
  { key: 'deadline', title: '时限', width: 130, render: ({ deadline }) => deadline },
  { key: 'task', title: '对应任务', width: 180, render: ({ taskTitle }) => taskTitle },
]

function Card({ policy }: { policy: Policy }) {
  return (
    <>
      <span className="card-title">{policy.title}</span>
      <div className="card-line">
        <span>{policy.number}</span>
        <span>{policy.agency}</span>
      </div>
      <div className="card-line">
        <span>{policy.audience}</span>
        <span>{policy.deadline}</span>
      </div>
    </>
  )
}

/** 政策清单 on screen; the office adds, changes and removes lines. */
export function PolicyList({ page, programmeId }: { page: LedgerPage; programmeId: string }) {
  const [editing, setEditing] = useState<Policy | 'new' | null>(null)
  const old = editing === 'new' ? null : editing
  const quiet = { quiet: true, onDone: () => setEditing(null) }
  const add = useWrite(ledgerContract.addPolicy, quiet)
  const save = useForm(ledgerContract.savePolicy, old && { ...old, entryId: old.id }, quiet)
  const remove = useWrite(ledgerContract.removePolicy, { onDone: () => setEditing(null) })
  const taskOptions = useTaskOptions(programmeId)
  const mayEdit = page.can.saveEntry.allowed
  return (
    <Sheet
      title={`政策清单 ${page.policies.length}`}
      aside={mayEdit && <Button onClick={() => setEditing('new')}>登记政策</Button>}
    >
      <DataTable
        caption="政策清单"
        columns={columns}
        rows={page.policies}
        rowKey={({ id }) => id}
        {...(mayEdit && { onOpen: setEditing })}
        renderCard={(policy) => <Card policy={policy} />}
        empty={
          <EmptyState title="还没有登记政策">
            {mayEdit ? '登记一条，或者导出空表填好后导入。' : '由专班办公室登记后会出现在这里。'}
          </EmptyState>
        }
      />
      {editing && (
        <FormDialog
          title={old ? old.title : '登记政策'}
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
