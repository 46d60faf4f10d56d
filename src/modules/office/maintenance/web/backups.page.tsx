import { App, Button } from 'antd'
import { useState } from 'react'
import { useRead, useWrite } from '#ui/client.ts'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { type BackupsView, maintenanceContract } from '../contract.ts'
import { BackupTable } from './backup-table.tsx'
import './maintenance.css'

function Keep({ retention }: Pick<BackupsView, 'retention'>) {
  const { message } = App.useApp()
  const [open, setOpen] = useState(false)
  const onDone = () => {
    setOpen(false)
    void message.success('保留规则已修改，下一次备份后按新规则清理。')
  }
  const save = useForm(maintenanceContract.saveRetention, open ? retention : null, { quiet: true, onDone })
  const { daily, weekly, monthly } = retention
  return (
    <Sheet title="保留规则" aside={!open && <Button onClick={() => setOpen(true)}>修改…</Button>}>
      {open ? (
        <div className="retention-form">
          <SchemaForm
            schema={maintenanceContract.saveRetention.input}
            first={retention}
            act="保存"
            sending={save}
            onSubmit={(changed) => save.mutate(changed)}
            onCancel={() => setOpen(false)}
          />
        </div>
      ) : (
        <p>
          每日自动备份保留最近 {daily} 天，再按周保留 {weekly} 份、按月保留 {monthly} 份。手动和命令行备份不自动清理。
        </p>
      )}
    </Sheet>
  )
}

/** What backups there are and whether each was verified; one more at once, or one to take along. */
export function Page() {
  const view = useRead(
    maintenanceContract.listBackups,
    {},
    { every: (present) => (present?.isUnderWay ? 2000 : false) },
  )
  const make = useWrite(maintenanceContract.makeBackup)
  const busy = make.isPending || view.data?.isUnderWay === true
  return (
    <Screen
      title="备份"
      actions={
        <Button type="primary" loading={busy} onClick={() => make.mutate({})}>
          {busy ? '正在备份' : '立即备份'}
        </Button>
      }
    >
      <Reading of={view}>
        {(present) => (
          <>
            <p className="quiet backup-note">
              {present.recipient
                ? '备份含数据库、全部文件和密钥，加密给安全管理员的公钥，恢复时须用其私钥；登录状态从不备份。'
                : '还没有备份密钥：备份不加密，也不含账号、密码和密钥，恢复后须重建三员。请安全管理员在“备份密钥”页生成。'}
              写完即逐字节校验并签名，存放在 {present.folder}。请定期把备份另存到别的机器。恢复在服务器上执行 guatu
              restore。
            </p>
            <div className="backup-table">
              <BackupTable backups={present.backups} />
            </div>
            <Keep retention={present.retention} />
          </>
        )}
      </Reading>
    </Screen>
  )
}
