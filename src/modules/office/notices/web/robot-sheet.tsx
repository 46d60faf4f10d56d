import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { z } from 'zod'
import { useWrite } from '#ui/client.ts'
import { FormDialog } from '#ui/form-dialog.tsx'
import { Sheet } from '#ui/page.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ChannelsView, noticeContract, RobotForm, type RobotView } from '../contract.ts'

const { kind, title, address, secret, agencyId, kinds, enabled } = RobotForm.shape
const schema = z.object({ kind, title, address, secret, agencyId, kinds, enabled })
const fresh: z.infer<typeof schema> = {
  kind: 'dingtalk',
  title: '',
  agencyId: null,
  kinds: [],
  enabled: true,
  address: null,
  secret: null,
}

interface RobotDialogProps extends Pick<ChannelsView, 'agencies'> {
  existing: RobotView | undefined
  onClose: () => void
}

/** A group's robot: platform, address, secret, and what it is told. */
function RobotDialog({ existing, agencies, onClose }: RobotDialogProps) {
  const first = existing ? { ...existing, address: null, secret: null } : fresh
  const options = { quiet: true, onDone: onClose }
  const add = useWrite(noticeContract.addRobot, options)
  const save = useForm(noticeContract.saveRobot, existing ? { ...existing, robotId: existing.id } : null, options)
  const kept = existing ? '不填则保留原来的' : null
  return (
    <FormDialog
      title={existing ? '修改群机器人' : '添加群机器人'}
      act="保存"
      schema={schema}
      first={first}
      sending={existing ? save : add}
      fields={({ kind: platform }) => ({
        agencyId: { options: agencies.map(({ id, name }) => ({ value: id, label: name })) },
        address: { placeholder: kept ?? '从群机器人的设置页复制' },
        secret: { placeholder: kept ?? '安全设置选“加签”（签名校验）时填写', hidden: platform === 'wecom' },
      })}
      onSubmit={(fields) => (existing ? save.mutate({ ...fields, robotId: existing.id }) : add.mutate(fields))}
      onCancel={onClose}
    />
  )
}

function Robot({ robot, onEdit }: { robot: RobotView; onEdit: () => void }) {
  const test = useWrite(noticeContract.testRobot)
  const remove = useWrite(noticeContract.removeRobot)
  const { id: robotId, title, kindTitle, agencyName, addressShown, signed, enabled } = robot
  return (
    <li>
      <span>
        {title} <small className="quiet">{kindTitle}</small>
      </span>
      <span className="quiet">{agencyName ?? '全县'}</span>
      <span className="quiet">
        {addressShown}
        {signed && '，加签'}
        {!enabled && '，已停用'}
      </span>
      <span className="robot-acts">
        <Button size="small" loading={test.isPending} onClick={() => test.mutate({ robotId })}>
          试发
        </Button>
        <Button size="small" onClick={onEdit}>
          修改
        </Button>
        <Popconfirm
          title={`删除“${title}”？`}
          okText="删除"
          cancelText="取消"
          onConfirm={() => remove.mutate({ robotId })}
        >
          <Button size="small" danger>
            删除
          </Button>
        </Popconfirm>
      </span>
    </li>
  )
}

/** The groups that are told. */
export function RobotSheet({ robots, agencies }: Pick<ChannelsView, 'robots' | 'agencies'>) {
  const [edited, setEdited] = useState<RobotView | 'new' | null>(null)
  return (
    <Sheet title="群机器人" aside={<Button onClick={() => setEdited('new')}>添加群机器人</Button>}>
      {robots.length === 0 && (
        <p className="quiet">还没有群机器人。在钉钉、企业微信或飞书的群设置中添加自定义机器人，把地址填到这里。</p>
      )}
      <ul className="robot-list">
        {robots.map((robot) => (
          <Robot key={robot.id} robot={robot} onEdit={() => setEdited(robot)} />
        ))}
      </ul>
      {edited && (
        <RobotDialog
          {...{ agencies }}
          existing={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Sheet>
  )
}
