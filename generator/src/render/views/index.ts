import type { AddonView } from './addons.js';
import type { CallView, IterationView, SetUpView, TestPageView, TestSupportView } from './calls.js';
import type { EmptyView, PackageView } from './common.js';
import type { IndexView, PageView, TypesPageView } from './docs.js';
import type { GuideView } from './guides.js';
import type { PackageFileView } from './package.js';
import type {
  ArgumentsView,
  ClientView,
  DatesView,
  OperationsModuleView,
  SchemasView,
  ServersView,
  ServiceView,
  WebhooksView,
} from './sources.js';
import type { FakeDataView, TestingView } from './testing.js';

export type * from './addons.js';
export type * from './calls.js';
export type * from './common.js';
export type * from './docs.js';
export type * from './guides.js';
export type * from './package.js';
export type * from './sources.js';
export type * from './testing.js';

/** "Code" means TypeScript, or Markdown in a page, that is already encoded: print it with `{{code ...}}`. */
export interface TemplateViews {
  'types/index.ts.hbs': EmptyView;
  'types/index.mts.hbs': EmptyView;
  'types/schemas.ts.hbs': SchemasView;
  'types/operations.ts.hbs': ArgumentsView;
  'client/index.ts.hbs': PackageView;
  'client/client.ts.hbs': ClientView;
  'client/core.ts.hbs': ClientView;
  'client/operations.ts.hbs': OperationsModuleView;
  'client/dates.ts.hbs': DatesView;
  'client/servers.ts.hbs': ServersView;
  'client/webhooks.ts.hbs': WebhooksView;
  'client/identity.ts.hbs': PackageView;
  'client/service.ts.hbs': ServiceView;
  'client/testing.ts.hbs': TestingView;
  'client/testing-data.ts.hbs': FakeDataView;
  'docs/index.md.hbs': IndexView;
  'docs/llms.txt.hbs': IndexView;
  'docs/page.md.hbs': PageView;
  'docs/types.md.hbs': TypesPageView;
  'tests/page.test.ts.hbs': TestPageView;
  'tests/support/set-up.ts.hbs': TestSupportView;
  'tests/support/credentials.ts.hbs': TestSupportView;
  'tests/support/pages.ts.hbs': TestSupportView;
  'package/types.package.json.hbs': PackageFileView;
  'package/types.README.md.hbs': PackageFileView;
  'package/client.package.json.hbs': PackageFileView;
  'package/client.README.md.hbs': PackageFileView;
  'partials/set-up.hbs': SetUpView;
  'partials/call.hbs': CallView;
  'partials/iteration.hbs': IterationView;
}

/** The data of a template: guides and the files of an add-on have one view each, whatever their names. */
export type ViewOf<Path extends string> = Path extends keyof TemplateViews
  ? TemplateViews[Path]
  : Path extends `docs/guides/${string}`
    ? GuideView
    : Path extends `addons/${string}/README.section.md.hbs`
      ? PackageFileView
      : Path extends `addons/${string}`
        ? AddonFileView
        : never;

/** Every template in the folder `package/` of an add-on. */
export type AddonFileView = PackageView & AddonView;
