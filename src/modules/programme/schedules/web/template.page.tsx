import { Button } from 'antd'
import { useRead, useWrite } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { usePathWord } from '#ui/url-state.ts'
import { useForm } from '#ui/use-form.ts'
import { scheduleContract, type TemplateView } from '../contract.ts'
import { ScheduleTemplate } from '../domain/template.ts'
import { emptyTemplate } from './template-draft.ts'
import { TemplateSteps } from './template-steps.tsx'
import './schedule.css'
import './template.css'

interface EditorProps {
  first: ScheduleTemplate
  known: TemplateView | undefined
  permission: { allowed: boolean; reason: string | null }
}

const crumbs = [
  { label: '工作方案', to: '/programmes' },
  { label: '工期模板', to: '/schedule-templates' },
]

const schema = ScheduleTemplate.omit({ key: true })

function Editor({ first, known, permission }: EditorProps) {
  const { key } = first
  const save = useForm(
    scheduleContract.saveTemplate,
    known ? first : { key, title: undefined, use: undefined, repeats: undefined, steps: undefined },
    { quiet: true },
  )
  const restore = useWrite(scheduleContract.restoreTemplate, { onDone: () => window.history.back() })
  const { allowed, reason } = permission
  const isChanged = known !== undefined && known.changedBy !== null
  return (
    <Screen
      title={known?.title ?? '新建工期模板'}
      crumbs={crumbs}
      meta={isChanged ? `${known.changedBy ?? ''} 改过` : undefined}
      actions={
        <>
          <Button onClick={() => window.print()}>打印</Button>
          {allowed && isChanged && (
            <Button danger={!known.isDefault} loading={restore.isPending} onClick={() => restore.mutate({ key })}>
              {known.isDefault ? '恢复原样' : '删去模板'}
            </Button>
          )}
        </>
      }
    >
      <Sheet>
        <SchemaForm
          schema={schema}
          first={first}
          act="保存"
          sending={save}
          locked={allowed ? null : reason}
          fields={({ repeats, steps = [] }) => ({
            steps: {
              label: `${steps?.length ?? 0} 个步骤`,
              render: ({ onChange }) => (
                <TemplateSteps
                  steps={steps ?? []}
                  repeats={repeats ?? 'once'}
                  locked={!allowed}
                  onChange={(changed) => onChange?.(changed)}
                />
              ),
            },
          })}
          onSubmit={(fields) => save.mutate({ key, ...fields })}
        />
      </Sheet>
    </Screen>
  )
}

/** One template, read or changed; a key nobody knows yet is a new one. */
export function Page() {
  const key = usePathWord('key')
  const templates = useRead(scheduleContract.listTemplates, {})
  return (
    <Reading of={templates} loading={<Screen title="工期模板">{null}</Screen>}>
      {(all) => {
        const known = all.find((template) => template.key === key)
        const permission = all[0]?.can.saveTemplate ?? { allowed: false, reason: null }
        const first = known ? ScheduleTemplate.parse(known) : emptyTemplate(key)
        return <Editor key={key} first={first} known={known} permission={permission} />
      }}
    </Reading>
  )
}
