import type { Language } from './language.ts'

/** What `guatu --help` says, and each command's own part. */
export const help: Record<Language, string> = {
  zh: `挂图（guatu）：把印发的规划变成运行的项目

用法
  guatu compile 文件… [--format json|xlsx|md] [--out 目录]   编译规划
  guatu plan diff 旧版 新版 [--format md|json]              比较两版规划
  guatu audit verify [文件]                                校验审计记录
  guatu user add 用户名 --name 姓名 --role 角色 [--agency 单位]  新建账号
  guatu --help | --version                                 帮助、版本

编译规划（compile）
  文件          .txt .html .docx .doc .pdf；“-”从标准输入读取
  --format      json（默认）、md 或 xlsx
  --out 目录    每个文件写一个“文件名.json”（或 .md、.xlsx）；同名的文件保留各自的扩展名
                不写 --out：结果写到标准输出。json 每份规划占一行，多份即 JSON Lines；
                xlsx 必须写 --out
  --today 日期  按这一天判断期限是否已过，例如 2026-11-22；默认为今天
  -q, --quiet   不显示诊断，只显示读不了的文件
  诊断写到标准错误，每条一行：文件:行:列: 级别 代码 说明。多个文件同时用上全部处理器核。

比较两版（plan diff）
  旧版、新版    规划文件，或 guatu compile 给出的 .json
  --format      md（默认）或 json

校验审计记录（audit verify）
  文件          网页上导出的审计记录，不需要数据库；不写则校验数据库里的记录
  指出第一处被改动的字节（文件）或记录（数据库）

新建账号（user add）
  --role        administrator 系统管理员、office 专班办公室、reviewer 牵头单位审核员、
                reporter 填报员、leader 县领导、auditor 审计员
  --agency      标准单位名称；审核员和填报员必须写
  与正在运行的服务器用同一个数据目录（GUATU_DATA）或 DATABASE_URL

退出码
  0 完成    1 有文件读不了、审计记录被改动或操作未获准    2 用法有误

语言
  --lang zh|en，或由 LANG 决定。For English: guatu --help --lang en
`,
  en: `Guatu (挂图): turns the plan a county has issued into a programme that runs

Usage
  guatu compile FILE... [--format json|xlsx|md] [--out DIR]   compile plans
  guatu plan diff A B [--format md|json]                      compare two versions of a plan
  guatu audit verify [FILE]                                   check the audit trail
  guatu user add USERNAME --name NAME --role ROLE [--agency A]  add an account
  guatu --help | --version                                    help, version

compile
  FILE          .txt .html .docx .doc .pdf; "-" reads standard input
  --format      json (default), md or xlsx
  --out DIR     writes NAME.json (or .md, .xlsx) for each file; files of one name keep their extensions
                without --out the result goes to standard output: json is one line a plan, so that
                several plans are JSON Lines; xlsx needs --out
  --today DATE  deadlines are held against this day, e.g. 2026-11-22; today unless told
  -q, --quiet   no diagnostics, only files that could not be read
  Diagnostics go to standard error, one a line: file:line:column: severity code message.
  Several files are compiled on all cores.

plan diff
  A, B          plan documents, or .json written by guatu compile
  --format      md (default) or json

audit verify
  FILE          a trail exported from the web, checked without a database; else what the database holds
  names the first altered byte (file) or entry (database)

user add
  --role        administrator, office, reviewer, reporter, leader, auditor
  --agency      standard name of the agency; reviewers and reporters need one
  works on the data folder (GUATU_DATA) or DATABASE_URL of the running server

Exit codes
  0 done    1 a document could not be read, the trail was altered, or it was refused    2 wrong usage

Language
  --lang zh|en, else LANG decides. 中文帮助：guatu --help --lang zh
`,
}
