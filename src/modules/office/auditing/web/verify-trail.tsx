import { Button } from 'antd'
import { minuteOf } from '#kernel/moment.ts'
import { useWrite } from '#ui/client.ts'
import { Sheet } from '#ui/page.tsx'
import { auditingContract, type VerdictView } from '../contract.ts'
import { CompareHead } from './compare-head.tsx'

function Verdict({ entries, fault, head, kept, headsLost, checkedAt }: VerdictView) {
  return (
    <div role="status">
      <p className="verdict" data-whole={fault === null}>
        <i aria-hidden>{fault === null ? '●' : '■'}</i>{' '}
        {fault === null
          ? `${entries} 条记录首尾相接，没有被改动、删除或调换${kept > 0 ? `，与库外留存的 ${kept} 个链头一致` : ''}。`
          : `第 ${fault.sequence} 条记录起不可信：${fault.message}`}
      </p>
      <p className="quiet">
        {minuteOf(checkedAt)} 校验
        {head && (
          <>
            ，链头 <code className="entry-hash">{head}</code>
          </>
        )}
      </p>
      {headsLost.length > 0 && (
        <p className="quiet">第 {headsLost.join('、')} 条记着：链头曾被删除或调回，之后续接。</p>
      )}
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
          每条记录都含有前一条的 SM3 哈希。校验把全部记录重算一遍，指出第一处被改动的地方。导出的文件可在另一台机器上用{' '}
          <code>guatu audit verify</code>{' '}
          独立校验。整条链重新算过，只有与库外的链头比对才能发现：督办文书、通报、纪要的页脚印有链头。
        </p>
      )}
      <CompareHead />
    </Sheet>
  )
}
