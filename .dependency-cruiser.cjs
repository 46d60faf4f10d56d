// kernel ← domain ← contract ← {server, web}; platform ← server; ui ← web; main on top.
// Which module may use which stands in src/main/module-graph.json; there is no other edge.
const needs = require('./src/main/module-graph.json')

const test = '\\.(test|fixture)\\.tsx?$'
const web = '^src/(ui|main/web|modules/[^/]+/web)/'
const server = '^src/(platform/|main/(?!web/)|modules/[^/]+/(server/|module\\.ts$))'
const doors = 'contract\\.ts$|server/index\\.ts$|web/index\\.tsx$'
const inside = (...parts) => `^src/modules/[^/]+/(${parts.join('|')})`

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

const oneRulePerModule = Object.entries(needs).map(([module, used]) =>
  forbid(
    `needs-of-${module}`,
    { path: `^src/modules/${module}/`, pathNot: test },
    { path: '^src/modules/', pathNot: `^src/modules/(${[module, ...used].join('|')})/` },
    `${module} uses ${used.join(', ') || 'no other module'}`,
  ),
)

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }, 'every file can be understood after those it imports'),
    forbid('resolves', {}, { couldNotResolve: true }, 'every import leads somewhere'),
    forbid(
      'kernel-pure',
      { path: '^src/kernel/', pathNot: test },
      { pathNot: ['^src/kernel/', '(^|/)node_modules/zod/'] },
      'the kernel stands on itself and zod',
    ),
    forbid(
      'domain-pure',
      { path: '^src/modules/([^/]+)/domain/', pathNot: test },
      { pathNot: ['^src/kernel/', '^src/modules/$1/domain/', '(^|/)node_modules/zod/'] },
      'the domain stands on the kernel, itself and zod',
    ),
    forbid(
      'contract-declares',
      { path: inside('contract\\.ts$') },
      { pathNot: ['^src/kernel/', inside('domain/', 'contract\\.ts$'), '(^|/)node_modules/zod/'] },
      'a contract is built from the domain, the kernel and other contracts',
    ),
    forbid(
      'no-node-core-inside',
      { path: ['^src/kernel/', inside('domain/', 'contract\\.ts$')], pathNot: test },
      { dependencyTypes: ['core'] },
      'kernel, domain and contract run in the browser too',
    ),
    forbid(
      'web-never-reaches-server',
      { path: web, pathNot: test },
      { path: server, reachable: true },
      'not even by a detour',
    ),
    forbid(
      'server-never-reaches-web',
      { path: server, pathNot: test },
      { path: [web, '(^|/)node_modules/(react|react-dom|antd|@ant-design|@tanstack)/'] },
      'no screen in the server',
    ),
    forbid(
      'front-doors-only',
      { path: '^src/modules/([^/]+)/', pathNot: test },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', `^src/modules/[^/]+/(${doors})`] },
      'another module is entered by contract.ts, server/index.ts or web/index.tsx',
    ),
    forbid(
      'ground-knows-no-module',
      { path: '^src/(kernel|platform|ui)/', pathNot: test },
      { path: '^src/(modules|main)/' },
      'kernel, platform and ui know nothing of the business',
    ),
    forbid('main-on-top', { path: '^src/(?!main/)' }, { path: '^src/main/' }, 'nobody imports the wiring'),
    forbid(
      'sources-without-tests',
      { path: '^src/', pathNot: test },
      { path: ['^test/', '^bench/', '^scripts/', test] },
      'what is shipped does not lean on tests',
    ),
    forbid(
      'module-in-graph',
      { path: `^src/modules/(?!(${Object.keys(needs).join('|')})/)` },
      {},
      'a module stands in the graph before it has code',
    ),
    ...oneRulePerModule,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
