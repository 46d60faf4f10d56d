import { matchesText } from '#kernel/search.ts'
import { FilterBar } from '#ui/filter-bar.tsx'
import { Page as Screen, Sheet } from '#ui/page.tsx'
import { Reading } from '#ui/reading.tsx'
import { EmptyState } from '#ui/states.tsx'
import { useUrlWord } from '#ui/url-state.ts'
import { OperationEntry } from './operation-entry.tsx'
import { type ApiDoc, useApiDoc } from './read-openapi.ts'
import './api-docs.css'

function Operations({ doc }: { doc: ApiDoc }) {
  const text = useUrlWord('q')
  const found = doc.operations.filter(({ name, title, path }) =>
    matchesText(text, { words: [name, title, path], initials: '' }),
  )
  const modules = [...new Set(found.map(({ module }) => module))]
  return (
    <>
      <FilterBar
        filters={[{ kind: 'text', word: 'q', placeholder: '操作、路径或名称' }]}
        count={`${found.length} 个操作`}
      />
      {modules.length === 0 && <EmptyState title="没有符合条件的操作">换一个说法再找。</EmptyState>}
      {modules.map((module) => (
        <Sheet key={module} title={module}>
          {found
            .filter((operation) => operation.module === module)
            .map((operation) => (
              <OperationEntry key={operation.name} operation={operation} />
            ))}
        </Sheet>
      ))}
    </>
  )
}

/** The interface for other systems, as the server describes itself. */
export function Page() {
  const doc = useApiDoc()
  return (
    <Screen
      title="接口文档"
      meta={doc.data && `版本 ${doc.data.version}`}
      actions={
        <a className="button-link" href="/api/openapi.json" download>
          OpenAPI 文件
        </a>
      }
    >
      <p className="quiet api-note">
        先以用户名和密码登录取得会话，再调用各操作；输入输出为 JSON。被拒绝时返回 4xx，正文含代码和中文说明。
      </p>
      <Reading of={doc}>{(api) => <Operations doc={api} />}</Reading>
    </Screen>
  )
}
