import { Input } from 'antd'
import { useState } from 'react'
import { useRead } from '#ui/client.ts'
import { Reading } from '#ui/reading.tsx'
import { auditingContract, type HeadView } from '../contract.ts'

const answers: Record<HeadView['comparison'], { sign: string; text: string }> = {
  same: { sign: '●', text: '与库中一致。' },
  absent: { sign: '■', text: '库中没有这一条：末尾的记录被删除，或库比这个链头旧。' },
  rewritten: { sign: '■', text: '不一致：这一条或之前的记录已被改写。' },
}

function Answer({ head }: { head: string }) {
  const compared = useRead(auditingContract.compareHead, { head })
  if (compared.error) {
    return (
      <p className="form-refusal" role="alert">
        {compared.error.message}
      </p>
    )
  }
  return (
    <Reading of={compared} loading={<p className="quiet">正在比对…</p>}>
      {({ sequence, comparison }) => (
        <p className="verdict" role="status" data-whole={comparison === 'same'}>
          <i aria-hidden>{answers[comparison].sign}</i> 第 {sequence} 条：{answers[comparison].text}
        </p>
      )}
    </Reading>
  )
}

/** Whether a head from a paper, a backup or a file is still what the database holds. */
export function CompareHead() {
  const [head, setHead] = useState('')
  return (
    <div className="compare-head">
      <Input.Search
        aria-label="审计链头"
        placeholder="纸上、备份或文件中的审计链头，例如 128:9f3c-20ab-…"
        enterButton="比对"
        maxLength={120}
        onSearch={(text) => setHead(text.trim())}
      />
      {head !== '' && <Answer head={head} />}
    </div>
  )
}
