import { Button } from 'antd'
import { minuteOf } from '#kernel/moment.ts'
import { useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { auditingContract, type VerdictView } from '../contract.ts'

function Verdict({ entries, fault, lastHash, checkedAt }: VerdictView) {
  return (
    <div role="status">
      <p className="verdict" data-whole={fault === null}>
        <i aria-hidden>{fault === null ? '●' : '■'}</i>{' '}
        {fault === null
          ? `${entries} 条记录首尾相接，没有被改动、删除或调换。`
          : `第 ${fault.sequence} 条记录起不可信：${fault.message}`}
      </p>
      <p className="quiet">
        {minuteOf(checkedAt)} 校验
        {lastHash && (
          <>
            ，末条哈希 <code className="entry-hash">{lastHash}</code>
          </>
        )}
      </p>
    </div>
  )
}

/** Recomputes the whole chain and says in one sentence whether it holds. */
export function VerifyTrail() {
  const verify = useWrite(auditingContract.verifyTrail)
  const button = (
    <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
      {verify.data ? '再校验一次' : '校验'}
    </Button>
  )
  return (
    <Sheet title="完整性" aside={button}>
      {verify.data ? (
        <Verdict {...verify.data} />
      ) : (
        <p className="quiet">
          每条记录都含有前一条的 SM3 哈希。校验把全部记录重算一遍，指出第一处被改动的地方。导出的文件可在另一台机器上用
          guatu audit verify 独立校验。
        </p>
      )}
    </Sheet>
  )
}
