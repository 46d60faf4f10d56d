import { Button, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { useForm } from '#ui/use-form.ts'
import { type ChannelsView, type RobotForm as Fields, noticeContract, type RobotView } from '../contract.ts'
import { robotKindTitles } from '../domain/channel.ts'
import { noticeKindTitles } from '../domain/notice.ts'
import { RobotForm } from './robot-form.tsx'

const fresh: Fields = {
  kind: 'dingtalk',
  title: '',
  agencyId: null,
  kinds: [],
  enabled: true,
  address: null,
  secret: null,
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
  const existing = edited !== 'new' && edited !== null ? edited : undefined
  const close = () => setEdited(null)
  const add = useWrite(noticeContract.addRobot, { quiet: true, onDone: close })
  const save = useForm(noticeContract.saveRobot, existing ? { ...existing, robotId: existing.id } : null, {
    quiet: true,
    onDone: close,
    titles: { kind: robotKindTitles, kinds: noticeKindTitles },
  })
  const act = existing ? save : add
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
      <Modal
        open={edited !== null}
        title={existing ? '修改群机器人' : '添加群机器人'}
        footer={null}
        onCancel={close}
        destroyOnHidden
      >
        <RobotForm
          first={existing ? { ...existing, address: null, secret: null } : fresh}
          existing={existing !== undefined}
          agencies={agencies}
          pending={act.isPending}
          error={act.error}
          onSubmit={(fields) => (existing ? save.mutate({ ...fields, robotId: existing.id }) : add.mutate(fields))}
          onCancel={close}
        />
      </Modal>
    </Sheet>
  )
}
