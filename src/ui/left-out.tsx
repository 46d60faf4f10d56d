import type { LeftOut } from '#kernel/left-out.ts'

/** What an import passed over in a file, said in one place for every import. */
export function LeftOutRows({ skipped, remarks }: LeftOut) {
  if (skipped.length + remarks.length === 0) return null
  return (
    <section>
      <h3>没有读入的内容</h3>
      {remarks.map((remark) => (
        <p key={remark} className="quiet">
          {remark}
        </p>
      ))}
      {skipped.length > 0 && (
        <>
          <p className="quiet">这些行是说明、合计、签名或分组标题，没有作为记录读入：</p>
          <ul className="ground-list">
            {skipped.map(({ row, text }) => (
              <li key={row}>
                第 {row} 行：{text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
