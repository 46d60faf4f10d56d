import { callTask } from '#modules/programme/programmes/contract.ts'
import { useTaskNames } from '#modules/programme/programmes/web/index.tsx'
import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import type { Values } from '#ui/schema-form.tsx'
import { type OrderLevel, orderLevelTitles, type SupervisionPage, supervisionContract } from '../contract.ts'
import { usualRequirement } from '../domain/usual-words.ts'

const levels: readonly OrderLevel[] = ['prompt', 'urge', 'order']
const schema = supervisionContract.registerOrder.input.omit({ programmeId: true, matter: true })

interface RegisterDialogProps {
  programmeId: string
  page: Pick<SupervisionPage, 'today' | 'papers'>
  onDone: (orderId: string) => void
  onCancel: () => void
}

/** 立项 by hand: from a meeting, a leader's words, a document. */
export function RegisterDialog({ programmeId, page: { today, papers }, onDone, onCancel }: RegisterDialogProps) {
  const { tasks, options } = useTaskNames(programmeId)
  const register = useWrite(supervisionContract.registerOrder, { quiet: true, onDone: ({ id }) => onDone(id) })
  const dueOf = (level: OrderLevel) => papers.find(({ kind }) => kind === level)?.dueOn ?? today
  const taskOf = (id: string | null | undefined) => tasks.find((one) => one.id === id)
  // Who leads the task answers for it, until somebody says otherwise.
  const follow = ({ taskId, level }: Values<typeof schema>): Values<typeof schema> => {
    if (level) return { requirement: usualRequirement(level, 'below'), dueOn: dueOf(level) }
    if (!taskId) return {}
    const [agencyId, ...assistIds] = (taskOf(taskId)?.leads ?? []).flatMap((lead) => lead.agencyId ?? [])
    return { agencyId, assistIds }
  }
  return (
    <FormDialog
      title="督办立项"
      act="立项"
      width={620}
      schema={schema}
      first={{ level: 'order', requirement: usualRequirement('order', 'below'), dueOn: dueOf('order'), assistIds: [] }}
      sending={register}
      fields={({ agencyId }) => ({
        taskId: { options, placeholder: '按编号、名称或拼音首字母查找' },
        assistIds: { ...(agencyId && { leftOut: agencyId }) },
        level: {
          label: '文书',
          help: '不相隶属的承办单位自动改用商请函，上级用请示',
          options: levels.map((value) => ({ value, label: orderLevelTitles[value] })),
        },
        source: { placeholder: '会议、文件或批示，如 11月协调会' },
        dueOn: { from: today },
        words: { label: '立项意见' },
      })}
      onChange={follow}
      onSubmit={(fields) => {
        const { number = '', title = '' } = taskOf(fields.taskId) ?? {}
        register.mutate({ programmeId, ...fields, matter: callTask({ number, title }).slice(0, 200) })
      }}
      onCancel={onCancel}
    />
  )
}
