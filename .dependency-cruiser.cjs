// Who may import whom (docs/decisions and ARCHITECTURE.md say why). Type-only imports count.
// Which module may use the door of which others: docs/decisions/0013. An arrow stands here while somebody walks it.
const modules = {
  places: [],
  people: [],
  files: [],
  payments: [],
  catalogue: [],
  notices: [],
  agencies: ['places'],
  dossiers: ['agencies', 'people'],
  results: ['files'],
  identity: ['people', 'notices'],
  worklists: [],
};
const TEST = '\\.(test|debian\\.test)\\.tsx?$|/(cases|fixture)\\.ts$';
const rule = (name, from, to, more = {}) => ({ name, severity: 'error', from, to, ...more });
const own = Object.entries(modules).map(([name, others]) =>
  rule(
    `module-${name}`,
    { path: `^src/modules/${name}/` },
    {
      path: '^src/modules/',
      pathNot: [`^src/modules/${name}/`, ...others.map((other) => `^src/modules/${other}/index\\.ts$`)],
    },
  ),
);
module.exports = {
  modules,
  forbidden: [
    rule('no-circle', {}, { circular: true }),
    rule('rules-stand-alone', { path: '^src/rules/', pathNot: TEST }, { pathNot: '^src/rules/' }),
    rule(
      'platform-knows-no-subject',
      { path: '^src/platform/', pathNot: TEST },
      { path: '^(src/(?!platform/|rules/kernel/)|sandbox/)' },
    ),
    rule(
      'ui-knows-no-module',
      { path: '^src/ui/', pathNot: TEST },
      { path: '^(src/(?!ui/|rules/)|sandbox/)' },
    ),
    rule(
      'modules-look-down',
      { path: '^src/modules/', pathNot: TEST },
      { path: '^(src/(flows|sites|ui|adapters|main)/|sandbox/)' },
    ),
    ...own,
    rule('modules-listed', { path: `^src/modules/(?!(${Object.keys(modules).join('|')})/)` }, { path: '.' }),
    rule(
      'adapters-know-ports-only',
      { path: '^src/adapters/', pathNot: TEST },
      { path: '^(src/(flows|sites|ui|main)/|src/modules/(?![^/]+/ports\\.ts$)|sandbox/)' },
    ),
    rule(
      'adapters-apart',
      { path: '^src/adapters/([^/]+)/', pathNot: TEST },
      { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    ),
    rule(
      'flows-join-doors',
      { path: '^src/flows/', pathNot: TEST },
      {
        path: '^(src/(sites|ui|adapters|main)/|src/platform/(http|pdf)/|src/modules/[^/]+/(?!index\\.ts$|ports\\.ts$)|db/|sandbox/)',
      },
    ),
    rule(
      'worker-knows-no-site',
      { path: '^src/main/(worker|jobs|relay|subscriptions|sweeps)\\.ts$' },
      { path: '^src/(sites|ui)/' },
    ),
    rule(
      'sites-use-doors',
      { path: '^src/sites/', pathNot: TEST },
      { path: '^(src/(adapters|main)/|src/modules/[^/]+/(?!index\\.ts$|ports\\.ts$)|sandbox/)' },
    ),
    rule('sites-read-no-schema', { path: '^src/sites/', pathNot: TEST }, { path: '^db/' }),
    rule(
      'pages-apart',
      { path: '^src/sites/([^/]+)/([^/]+)/', pathNot: TEST },
      { path: '^src/sites/', pathNot: ['^src/sites/$1/$2/', '^src/sites/$1/[^/]+$'] },
    ),
    rule(
      'nobody-imports-main',
      { path: '^(src/(?!main/)|sandbox/|bench/)', pathNot: TEST },
      { path: '^src/main/' },
    ),
    // What people hand in lies behind FileStore. Who else reads a disk reads what ships with the program, and is named here.
    rule(
      'stored-files-behind-a-port',
      {
        path: '^src/(modules|flows|sites)/',
        pathNot: [TEST, '/load-[a-z]+\\.ts$', '^src/modules/results/papers/read-templates\\.ts$'],
      },
      { path: '^(node:)?fs(/promises)?$' },
    ),
    rule(
      'one-place-chooses-the-store',
      { path: '^(src/(?!adapters/object-store/|main/file-store\\.ts$)|sandbox/)', pathNot: TEST },
      { path: '^src/adapters/object-store/' },
    ),
    rule('sandbox-knows-rules-only', { path: '^sandbox/', pathNot: TEST }, { path: '^src/(?!rules/)' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
