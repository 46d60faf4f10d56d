import { App, Button } from 'antd'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { minuteOf } from '#kernel/moment.ts'
import { useRead } from '#ui/client.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { maintenanceContract, type RecipientView } from '../contract.ts'
import { type KeyPair, keyFileText, makeKeyPair } from './key-pair.ts'
import './maintenance.css'

const proofLength = 8

/** What is typed back proves that the private half was kept before the public half goes out. */
const schemaOf = ({ identity }: KeyPair) =>
  maintenanceContract.saveRecipient.input.omit({ recipient: true }).extend({
    proof: z
      .string()
      .refine(
        (typed) => typed.trim().toUpperCase() === identity.slice(-proofLength),
        `与私钥最后 ${proofLength} 个字符不一致，请打开私钥文件核对。`,
      )
      .meta({ label: `存好后，打开私钥文件，输入私钥的最后 ${proofLength} 个字符` }),
  })

function saveFile(pair: KeyPair): void {
  const text = keyFileText(pair, new Date().toISOString().slice(0, 10))
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `挂图备份私钥-${pair.recipient.slice(4, 12)}.txt`
  link.click()
  URL.revokeObjectURL(address)
}

interface NewPairProps {
  pair: KeyPair
  former: string | null
  onDone: () => void
}

/** The private half is shown this once. */
function NewPair({ pair, former, onDone }: NewPairProps) {
  const { message } = App.useApp()
  const schema = useMemo(() => schemaOf(pair), [pair])
  const finish = () => {
    void message.success('备份密钥已设置，之后的备份都用它加密。')
    onDone()
  }
  const save = useForm(maintenanceContract.saveRecipient, { recipient: former }, { quiet: true, onDone: finish })
  return (
    <div className="retention-form form-stack">
      <p>私钥在这台电脑的浏览器里生成，只显示这一次，不会发给服务器。丢失后，用它加密的备份再也打不开。</p>
      <p>
        <code className="backup-hash">{pair.identity}</code>
      </p>
      <p>
        <Button onClick={() => saveFile(pair)}>下载私钥文件</Button>
      </p>
      <SchemaForm
        schema={schema}
        act="启用公钥"
        sending={save}
        onSubmit={({ reason }) => save.mutate({ recipient: pair.recipient, reason })}
        onCancel={onDone}
      />
    </div>
  )
}

function Present({ recipient, signerId }: RecipientView) {
  const signing = { label: '签名密钥编号', value: signerId ?? '还没有，第一次备份时生成' }
  if (!recipient)
    return <FactList facts={[{ label: '公钥', value: '还没有：备份不加密，也不含账号、密码和密钥' }, signing]} />
  return (
    <FactList
      facts={[
        { label: '公钥', value: <code className="backup-hash">{recipient.recipient}</code> },
        { label: '设置', value: `${recipient.setByName}，${minuteOf(recipient.setAt)}` },
        signing,
      ]}
    />
  )
}

/** The key backups are sealed to: made here in the browser, only its public half is sent. */
export function Page() {
  const view = useRead(maintenanceContract.getRecipient, {})
  const [pair, setPair] = useState<KeyPair>()
  return (
    <Screen title="备份密钥" width="reading">
      <p className="quiet backup-note">
        有了备份密钥，备份才含账号、密码和密钥，并且只有持私钥的人能打开。更换后，以前的备份仍要用当时的私钥。登录状态从不备份。
      </p>
      <Reading of={view}>
        {(present) => (
          <Sheet
            title={present.recipient ? '现在的备份密钥' : '还没有备份密钥'}
            aside={
              !pair && (
                <Button onClick={() => setPair(makeKeyPair())}>{present.recipient ? '更换…' : '生成密钥…'}</Button>
              )
            }
          >
            {pair ? (
              <NewPair pair={pair} former={present.recipient?.recipient ?? null} onDone={() => setPair(undefined)} />
            ) : (
              <Present {...present} />
            )}
          </Sheet>
        )}
      </Reading>
    </Screen>
  )
}
