import type { Language } from './language.ts'

/** What `guatu --help` says, and each command's own part. */
export const help: Record<Language, string> = {
  zh: `挂图（guatu）：把印发的规划变成运行的项目

用法
  guatu compile 文件… [--format json|xlsx|md] [--out 目录]   编译规划
  guatu plan diff 旧版 新版 [--format md|json]              比较两版规划
  guatu audit verify [文件] [--head 条数:哈希]             校验审计记录
  guatu backup [--out 文件]                                备份数据库和文件，写完即校验
  guatu backup verify 文件 [--identity 私钥文件]            校验备份和签名
  guatu restore 文件 [--replace] [--identity 私钥文件]      从备份恢复
  guatu restore --undo                                     退回中断的恢复之前
  guatu doctor [--all] [--json]                            体检
  guatu user add 用户名 --name 姓名 --role 角色 [--agency 单位]  新建账号
  guatu --help | --version                                 帮助、版本

编译规划（compile）
  文件          .docx .doc .wps .pdf .ofd .odt .html .mht .rtf .txt；“-”从标准输入读取
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
  --head        纸上、备份中或日志文件夹里的链头，看它是否还在其中
  指出第一处被改动的字节（文件）或记录（数据库）；文件没有结尾时说明无法判断，退出码为 1

备份（backup）
  --out 文件    不写则放进数据目录的 backups，网页“备份”可见。程序运行时也可以备份
                有备份密钥时加密；还没有时不含账号、密码和密钥。登录状态从不备份
校验备份（backup verify）
  文件          逐字节校验，说明签名是否有效、由哪把密钥签名；不需要数据库
  --identity    安全管理员保管的私钥文件，用它打开内容一并核对；也可用 GUATU_IDENTITY 指定
恢复（restore）
  文件          先逐字节校验，有一处不符就什么都不动；恢复后逐表核对，并校验审计记录
  --replace     已有数据时：原数据库改名保留，再恢复。恢复前请停止程序
  --identity    打开加密备份的私钥文件；也可用 GUATU_IDENTITY 指定
  --signed-by   认可由另一台挂图签名的备份，写其签名密钥编号（backup verify 可见）
  --undo        恢复中途断了时，退回恢复之前的数据
体检（doctor）
  --all         核对每一个文件的内容，不只抽查
  --json        每项一条，供监控读取

新建账号（user add）
  --role        administrator 系统管理员、securityAdministrator 安全管理员、
                auditAdministrator 审计管理员、office 专班办公室、reviewer 牵头单位审核员、
                reporter 填报员、agencyHead 单位负责人、leader 县领导、auditor 审计员、observer 观察员
  --agency      标准单位名称；审核员、填报员和单位负责人必须写
  在命令行新建的账号不必再授权，用于三员的密码都丢失时；两步都记入审计记录
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
  guatu audit verify [FILE] [--head NUMBER:HASH]              check the audit trail
  guatu backup [--out FILE]                                   back up database and files, verified
  guatu backup verify FILE [--identity KEYFILE]               check a backup and its signature
  guatu restore FILE [--replace] [--identity KEYFILE]         put a backup back
  guatu restore --undo                                        back to before a restore that was cut off
  guatu doctor [--all] [--json]                               check-up
  guatu user add USERNAME --name NAME --role ROLE [--agency A]  add an account
  guatu --help | --version                                    help, version

compile
  FILE          .docx .doc .wps .pdf .ofd .odt .html .mht .rtf .txt; "-" reads standard input
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
  --head        a head from a paper, a backup or a folder: whether it is still in there
  names the first altered byte (file) or entry (database); a file without its end cannot be told whole: 1

backup
  --out FILE    else into the folder "backups" of the data folder; the server may run
                sealed when there is a backup key; until then without accounts and secrets. Sessions never
backup verify
  FILE          every byte is read; says whose signature it bears; needs no database
  --identity    the private key file of the security administrator: the content is read too (or GUATU_IDENTITY)
restore
  FILE          every byte is verified before anything is touched; tables and audit trail are verified afterwards
  --replace     where there are data: the former database is kept under another name. Stop the server first
  --identity    private key file of a sealed backup (or GUATU_IDENTITY)
  --signed-by   id of another installation's signing key, to be trusted this once (see backup verify)
  --undo        after a restore that was cut off: back to the data of before
doctor
  --all         read every kept file instead of a sample
  --json        one entry a finding, for monitoring

user add
  --role        administrator, securityAdministrator, auditAdministrator, office, reviewer, reporter, agencyHead,
                leader, auditor, observer
  --agency      standard name of the agency; reviewers, reporters and agency heads need one
  needs no confirmation: the way in again when all administrators are lost; the trail shows it
  works on the data folder (GUATU_DATA) or DATABASE_URL of the running server

Exit codes
  0 done    1 a document could not be read, the trail was altered, or it was refused    2 wrong usage

Language
  --lang zh|en, else LANG decides. 中文帮助：guatu --help --lang zh
`,
}
