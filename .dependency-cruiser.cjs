// kernel ← domain ← contract ← {server, web}; platform ← server; ui ← web; main on top.
// Which module may use which stands in src/main/module-graph.json; there is no other edge.
const { areas, modules } = require('./src/main/module-graph.json')

const test = '\\.(test|fixture)\\.tsx?$'
const web = '^src/(ui|main/web|modules/[^/]+/[^/]+/web)/'
const server = '^src/(platform/|main/(?!web/)|modules/[^/]+/[^/]+/(server/|module\\.ts$))'
const roles = '^src/modules/[^/]+/roles\\.ts$'
const doors = 'contract\\.ts$|server/index\\.ts$|web/index\\.tsx$'
const inside = (...parts) => `^src/modules/[^/]+/[^/]+/(${parts.join('|')})`
const anyOf = (names) => `(${names.join('|')})/`

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

const oneRulePerArea = Object.entries(areas).map(([area, used]) =>
  forbid(
    `needs-of-area-${area}`,
    { path: `^src/modules/${area}/`, pathNot: test },
    { path: '^src/modules/', pathNot: `^src/modules/${anyOf([area, ...used])}` },
    `${area} uses ${used.join(', ') || 'no other area'}`,
  ),
)

const oneRulePerModule = Object.entries(modules).flatMap(([area, needs]) =>
  Object.entries(needs).map(([module, used]) =>
    forbid(
      `needs-of-${module}`,
      { path: `^src/modules/${area}/${module}/`, pathNot: test },
      { path: `^src/modules/${area}/`, pathNot: `^src/modules/${area}/${anyOf([module, ...used])}` },
      `inside its area ${module} uses ${used.join(', ') || 'no other module'}`,
    ),
  ),
)

const inGraph = Object.entries(modules).flatMap(([area, needs]) =>
  Object.keys(needs).map((module) => `${area}/${module}`),
)

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }, 'every file can be understood after those it imports'),
    forbid('resolves', {}, { couldNotResolve: true }, 'every import leads somewhere'),
    forbid(
      'kernel-pure',
      { path: '^src/kernel/', pathNot: test },
      { pathNot: ['^src/kernel/', '(^|/)node_modules/zod/', roles] },
      'the kernel stands on itself and zod, and takes from the areas the names of their roles',
    ),
    forbid(
      'roles-declare',
      { path: roles },
      { pathNot: '^src/kernel/(role-line|party)\\.ts$' },
      'the roles an area brings are words and nothing else',
    ),
    forbid(
      'compiler-pure',
      { path: '^src/compiler/', pathNot: test },
      { pathNot: ['^src/(kernel|compiler)/', '(^|/)node_modules/zod/'] },
      'the compiler stands on the kernel, itself and zod',
    ),
    forbid(
      'domain-pure',
      { path: '^src/modules/([^/]+/[^/]+)/domain/', pathNot: test },
      {
        pathNot: [
          '^src/(kernel|compiler)/',
          '^src/modules/$1/domain/',
          inside('contract\\.ts$'),
          '(^|/)node_modules/zod/',
        ],
      },
      'the domain stands on the kernel, the compiler, itself, the contracts of others and zod',
    ),
    forbid(
      'contract-declares',
      { path: inside('contract\\.ts$') },
      { pathNot: ['^src/(kernel|compiler)/', inside('domain/', 'contract\\.ts$'), '(^|/)node_modules/zod/'] },
      'a contract is built from the domain, the compiler, the kernel and other contracts',
    ),
    forbid(
      'no-node-core-inside',
      { path: ['^src/(kernel|compiler)/', inside('domain/', 'contract\\.ts$')], pathNot: test },
      { dependencyTypes: ['core'] },
      'kernel, compiler, domain and contract run in the browser too',
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
      { path: '^src/modules/([^/]+/[^/]+)/', pathNot: test },
      { path: '^src/modules/', pathNot: ['^src/modules/$1/', `^src/modules/[^/]+/[^/]+/(${doors})`] },
      'another module is entered by contract.ts, server/index.ts or web/index.tsx',
    ),
    forbid(
      'ground-knows-no-module',
      { path: '^src/(kernel|compiler|platform|ui)/', pathNot: test },
      { path: '^src/(modules|main)/', pathNot: roles },
      'kernel, compiler, platform and ui know nothing of the business',
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
      { path: `^src/modules/(?!${anyOf(inGraph)})`, pathNot: roles },
      {},
      'a module stands in the graph before it has code',
    ),
    ...oneRulePerArea,
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
