/** Which part may know which: `npm run boundaries`. Each rule names the sentence of ARCHITECTURE.md it keeps. */
const PURE = '^libs/(statistics|release|readiness|gains|cohorts|frameworks|demo|access|errors)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Entities may refer to each other; nothing else goes round.',
      severity: 'error',
      from: { pathNot: '^libs/database/src/entities/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-feature-cycles',
      comment: 'Features of the API form a DAG: readiness may know executives, never the reverse.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^apps/api/src/(?!platform)[^/]+$' },
      to: { circular: true, path: '^apps/api/src/(?!platform)[^/]+$' },
    },
    {
      name: 'pure-libs-stay-pure',
      comment: 'Domain libs know no framework, no database, no clock and no file.',
      severity: 'error',
      from: { path: PURE, pathNot: '\\.spec\\.ts$' },
      to: { pathNot: PURE },
    },
    {
      name: 'domain-libs-use-only-statistics',
      severity: 'error',
      from: { path: '^libs/(release|readiness|gains|cohorts)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/statistics/'] },
    },
    {
      name: 'optimizer-runs-cohorts-and-nothing-else',
      comment: 'Threads and HiGHS around the pure solver.',
      severity: 'error',
      from: { path: '^libs/optimizer/' },
      to: { path: '^libs/', pathNot: '^libs/(optimizer|cohorts)/' },
    },
    {
      name: 'demo-knows-only-what-is-computed-with',
      comment:
        'Made-up data takes its figures from the libs that the product uses, never from code of its own.',
      severity: 'error',
      from: { path: '^libs/demo/' },
      to: { path: '^libs/', pathNot: '^libs/(demo|statistics|release|readiness)/' },
    },
    {
      name: 'frameworks-use-only-errors',
      severity: 'error',
      from: { path: '^libs/frameworks/' },
      to: { path: '^libs/', pathNot: ['^libs/frameworks/', '^libs/errors/'] },
    },
    {
      name: 'statistics-access-and-errors-stand-alone',
      severity: 'error',
      from: { path: '^libs/(statistics|access|errors)/' },
      to: { path: '^libs/', pathNot: '^libs/$1/' },
    },
    {
      name: 'database-knows-only-domain-words',
      comment: 'Constants and types such as Role; the rules of access are not for it.',
      severity: 'error',
      from: { path: '^libs/database/' },
      to: {
        path: '^libs/',
        pathNot: '^libs/(database|access|errors|release|readiness|gains|cohorts|frameworks)/',
      },
    },
    {
      name: 'libs-know-no-nest',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: 'node_modules/(@nestjs/|graphql/)' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-are-entered-by-the-door',
      comment: 'Import @alidade/<lib>, never a file inside it.',
      severity: 'error',
      from: { path: '^(?:libs/([^/]+)/|apps/|test/)' },
      to: { path: '^libs/[^/]+/src/.+', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'services-know-no-graphql',
      severity: 'error',
      from: { path: '\\.(service|loaders|queries)\\.ts$' },
      to: { path: 'node_modules/(@nestjs/graphql|graphql)/' },
    },
    {
      name: 'only-the-app-module-knows-resolvers',
      comment: 'So the worker is the application without its API.',
      severity: 'error',
      from: { path: '^apps/api/', pathNot: '^apps/api/src/app\\.module\\.ts$' },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(?!platform/)[^/]+/' },
    },
    {
      name: 'console-shares-only-access',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: ['^libs/', 'node_modules/(@nestjs/|typeorm/|pg/)'], pathNot: '^libs/access/' },
    },
    {
      name: 'console-features-do-not-know-each-other',
      comment: 'What two pages need is in ui/ or shared/.',
      severity: 'error',
      from: { path: '^apps/console/src/features/([^/]+)/' },
      to: { path: '^apps/console/src/(features|app)/', pathNot: '^apps/console/src/features/$1/' },
    },
    {
      name: 'console-ui-and-shared-know-no-page',
      severity: 'error',
      from: { path: '^apps/console/src/(ui|shared|messages)/' },
      to: { path: '^apps/console/src/(features|app)/' },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
  },
};
