import { Button, Modal } from 'antd'
import { useState } from 'react'

interface OneTimePasswordProps {
  name: string
  username: string
  password: string
  onClose: () => void
}

/** On plain http the clipboard is closed to pages; the old command still works there. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}

/** A new password, shown this once. */
export function OneTimePassword({ name, username, password, onClose }: OneTimePasswordProps) {
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <Modal
      open
      title={`${name}的初始密码`}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          已转交，关闭
        </Button>
      }
    >
      <div className="form-stack">
        <p>
          用户名 <b>{username}</b>
        </p>
        <p className="one-time-password">
          <code>{password}</code>
          <Button onClick={() => void copy(password).then(setCopied)}>{copied ? '已复制' : '复制'}</Button>
        </p>
        {copied === false && <p className="form-complaint">浏览器不允许复制，请手工抄录。</p>}
        <p className="quiet">
          只显示这一次，关闭后无法再看。请当面或用内网渠道转交，本人首次登录须修改。新建的账号经安全管理员授权后才能登录。
        </p>
      </div>
    </Modal>
  )
}
