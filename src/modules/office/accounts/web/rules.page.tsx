import { App } from 'antd'
import { useState } from 'react'
import { may } from '#kernel/contract.ts'
import { useRead } from '#ui/client.ts'
import { type Fact, FactList } from '#ui/fact-list.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { SchemaForm } from '#ui/schema-form.tsx'
import { useForm } from '#ui/use-form.ts'
import { accountContract } from '../contract.ts'
import { AccountRules } from '../domain/account-rules.ts'
import { useSession } from './session.ts'
import './account.css'

const shown = (value: number | boolean): string => (typeof value === 'number' ? String(value) : value ? '是' : '否')

const factsOf = (rules: AccountRules): readonly Fact[] =>
  AccountRules.keyof().options.map((key) => ({
    label: String(AccountRules.shape[key].meta()?.['label'] ?? key),
    value: shown(rules[key]),
  }))

function Edit({ rules }: { rules: AccountRules }) {
  const { message } = App.useApp()
  // What is being filled in stays when the page reads again.
  const [first, setFirst] = useState(rules)
  const save = useForm(accountContract.saveRules, first, {
    quiet: true,
    onDone: (saved) => {
      setFirst(saved)
      void message.success('登录规则已修改。')
    },
  })
  return (
    <div className="account-form">
      <SchemaForm
        key={JSON.stringify(first)}
        schema={accountContract.saveRules.input}
        first={first}
        act="保存"
        sending={save}
        onSubmit={(changed) => save.mutate(changed)}
      />
    </div>
  )
}

/** What the county asks of passwords and sessions: read by both administrators, set by one. */
export function Page() {
  const rules = useRead(accountContract.getRules, {})
  const { data: session } = useSession()
  const mayEdit = session ? may(session.user, accountContract.saveRules) : false
  return (
    <Screen title="登录规则" width="reading" crumbs={[{ label: '账号', to: '/users' }]}>
      <p className="quiet rules-note">
        依据 GB/T 22239-2019 8.1.4.1。标准没有规定具体数值，初始值取三级测评的通行要求。修改后立即生效，记入审计记录。
      </p>
      <Sheet>
        <Reading of={rules}>
          {(present) => (mayEdit ? <Edit rules={present} /> : <FactList facts={factsOf(present)} />)}
        </Reading>
      </Sheet>
    </Screen>
  )
}
