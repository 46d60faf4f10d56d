import { Button } from 'antd'
import { useState } from 'react'
import { groupBy } from '#kernel/group-by.ts'
import { minuteOf } from '#kernel/moment.ts'
import { useRead, useWrite } from '#ui/client.ts'
import { ConfirmReason } from '#ui/confirm-reason.tsx'
import { Sheet } from '#ui/page.tsx'
import { accountContract, type GrantView } from '../contract.ts'

function Decide({ grant, confirm, onClose }: { grant: GrantView; confirm: boolean; onClose: () => void }) {
  const decide = useWrite(confirm ? accountContract.confirmGrant : accountContract.refuseGrant, {
    quiet: true,
    onDone: onClose,
  })
  const act = confirm ? '确认授权' : '不予授权'
  return (
    <ConfirmReason
      open
      title={`${act}：${grant.personName}（${grant.username}）`}
      act={act}
      grave={!confirm}
      least={2}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={(reason) => decide.mutate({ grantId: grant.id, reason })}
      onCancel={onClose}
    >
      {confirm
        ? grant.before === null
          ? `授权后本人可以“${grant.title}”身份使用。`
          : `授权后由“${grant.title}”代替“${grant.before}”，正以原身份登录的设备会退出。`
        : '不予授权后，账号保持现有身份；新建的账号仍不能登录。'}
    </ConfirmReason>
  )
}

const Origin = ({ grant: { askedByName, askedAt, reason } }: { grant: GrantView }) => (
  <span className="quiet">
    {askedByName} {minuteOf(askedAt)} 提出，依据：{reason}
  </span>
)

/** @param inSheet by whom, when and why is said once for the sheet */
function Asked({ grant, inSheet = false }: { grant: GrantView; inSheet?: boolean }) {
  const [confirm, setConfirm] = useState<boolean | null>(null)
  const { can, before, held, title } = grant
  return (
    <li>
      <span>
        <b>{grant.personName}</b>{' '}
        <small className="quiet">{[grant.username, grant.post, grant.phone].filter(Boolean).join(' · ')}</small>
      </span>
      <span>
        {before !== null ? `${before} → ` : held.length > 0 ? '增加身份：' : '新账号：'}
        {title}
      </span>
      {!inSheet && <Origin grant={grant} />}
      {held.length > 0 && <span className="quiet">另有身份：{held.join('；')}</span>}
      {grant.obstacle && <span className="quiet">{grant.obstacle}</span>}
      {can.confirmGrant && (
        <span className="grant-acts">
          <Button size="small" type="primary" onClick={() => setConfirm(true)}>
            确认授权
          </Button>
          <Button size="small" onClick={() => setConfirm(false)}>
            不予授权
          </Button>
        </span>
      )}
      {confirm !== null && <Decide grant={grant} confirm={confirm} onClose={() => setConfirm(null)} />}
    </li>
  )
}

/** What was asked for with one sheet: granted together, or looked into one by one. */
function AskedBySheet({ importId, asked }: { importId: string; asked: readonly GrantView[] }) {
  const [isOpen, setOpen] = useState(false)
  const confirm = useWrite(accountContract.confirmImport, { quiet: true, onDone: () => setOpen(false) })
  const people = new Set(asked.map(({ userId }) => userId)).size
  const [first] = asked
  const title = `${people} 人共 ${asked.length} 项`
  return (
    <li className="asked-by-sheet">
      <span>
        <b>表格导入：{title}</b>
      </span>
      {first && <Origin grant={first} />}
      {asked.every(({ can }) => can.confirmGrant) && (
        <span className="grant-acts">
          <Button size="small" type="primary" onClick={() => setOpen(true)}>
            全部授权
          </Button>
        </span>
      )}
      <details>
        <summary>逐项查看</summary>
        <ul className="device-list">
          {asked.toReversed().map((grant) => (
            <Asked key={grant.id} grant={grant} inSheet />
          ))}
        </ul>
      </details>
      <ConfirmReason
        open={isOpen}
        title={`全部授权：表格导入的${title}`}
        act="全部授权"
        least={2}
        pending={confirm.isPending}
        error={confirm.error}
        onConfirm={(reason) => confirm.mutate({ importId, reason })}
        onCancel={() => setOpen(false)}
      >
        请先逐项核对。授权后本人可以所列身份使用；有一项不宜授权的，先单独“不予授权”，再办其余。
      </ConfirmReason>
    </li>
  )
}

/** Rights that wait for the security administrator; nothing is shown when none do. */
export function GrantList() {
  const grants = useRead(accountContract.listGrants, {})
  const pending = (grants.data ?? []).filter((grant) => grant.state === 'pending')
  if (pending.length === 0) return null
  const sheets = groupBy(
    pending.filter(({ importId }) => importId !== null),
    ({ importId }) => importId ?? '',
  )
  return (
    <Sheet title={`待授权 ${pending.length} 项`}>
      <ul className="device-list">
        {[...sheets].map(([importId, asked]) => (
          <AskedBySheet key={importId} importId={importId} asked={asked} />
        ))}
        {pending
          .filter(({ importId }) => importId === null)
          .map((grant) => (
            <Asked key={grant.id} grant={grant} />
          ))}
      </ul>
    </Sheet>
  )
}
