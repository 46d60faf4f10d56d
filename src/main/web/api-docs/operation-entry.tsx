import type { FieldLine } from './describe-schema.ts'
import type { OperationDoc } from './read-openapi.ts'

function Fields({ title, fields }: { title: string; fields: readonly (FieldLine & { place?: string })[] }) {
  return (
    <div className="table-scroller api-fields">
      <table className="data-table ledger">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {fields[0]?.place !== undefined && <th scope="col">位置</th>}
            <th scope="col">类型</th>
            <th scope="col">必有</th>
            <th scope="col">含义</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ name, place, type, required, label }) => (
            <tr key={`${place ?? ''}${name}`}>
              <th scope="row">
                <code>{name}</code>
              </th>
              {place !== undefined && <td>{place}</td>}
              <td className="api-type">{type}</td>
              <td>{required ? '是' : '否'}</td>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** One operation: address and duty in a line, fields when opened. */
export function OperationEntry({ operation }: { operation: OperationDoc }) {
  const { name, title, method, path, roles, input, output, answer } = operation
  return (
    <details className="api-operation" id={name}>
      <summary>
        <span className="api-method" data-method={method}>
          {method}
        </span>
        <code className="api-path">{path}</code>
        <span className="api-title">{title}</span>
        <span className="quiet api-roles">{roles}</span>
      </summary>
      <div className="api-body">
        <p className="quiet">
          操作 <code>{name}</code>
        </p>
        {input.length > 0 ? <Fields title="输入" fields={input} /> : <p className="quiet">没有输入。</p>}
        {output.length > 0 ? <Fields title="输出" fields={output} /> : <p className="quiet">输出：{answer}</p>}
      </div>
    </details>
  )
}
