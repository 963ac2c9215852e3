import type { Operation } from '../../model/model.js';
import { choosableServers, isUsable, requestLine } from '../../model/servers.js';
import { capitalize } from '../../naming/index.js';
import { addonFiles, addonSources, addonView } from '../addon-files.js';
import { itemType } from '../calls/pages.js';
import type { RenderContext, RenderedFile } from '../context.js';
import { codeSpan, objectLiteral, stringLiteral } from '../encode.js';
import { callType, streamOf } from '../response-type.js';
import { kindsOf } from '../types/webhook-types.js';
import type { ClientView, MethodView, PackageView, ServiceView, WebhooksView } from '../views/index.js';
import { withClassPrefix } from './class-prefix.js';
import { type CredentialOption, credentialOptions, hiddenCredentials } from './credentials.js';
import { DatePlans } from './dates.js';
import { defaultSecurity, operationData } from './operation-data.js';
import { serversView } from './servers.js';

/**
 * `src/` of the client package: the client class over tables of operations and dates, and the runtime.
 *
 * @param whole the model, if only some of its operations are rendered.
 */
export function renderClient(context: RenderContext, whole = context.model): RenderedFile[] {
  const { names, templates } = context;
  const hidden = hiddenCredentials(context.addons);
  const constants = context.model.operations.map((operation) => names.operation(operation).constant);
  const dates = new DatePlans(context.model, [...constants, 'types', 'runtime', names.coreName]);
  const security = defaultSecurity(whole, hidden);
  const operations = context.model.operations.map((operation) => ({
    ...operationView(operation, context),
    data: operationData(operation, { ...context, dates, hiddenCredentials: hidden, defaultSecurity: security }),
  }));
  const datesOfResponses = dates.takeMentioned();
  const addonViews = context.addons.map((addon) => ({
    addon,
    view: addonView(addon, { ...context, model: whole }, dates),
  }));
  const credentials = credentialOptions(context.model, hidden);
  const view = clientView(context, credentials);
  const webhooks = context.model.webhooks.length > 0 ? webhooksView(context, dates) : undefined;
  const files: RenderedFile[] = [
    [
      'src/operations.ts',
      templates.render('client/operations.ts.hbs', { ...view, dates: datesOfResponses, operations }),
    ],
    ['src/core.ts', templates.render('client/core.ts.hbs', view)],
    ['src/dates.ts', templates.render('client/dates.ts.hbs', { declarations: dates.declarations })],
    ['src/service.ts', templates.render('client/service.ts.hbs', serviceView(context, credentials, security))],
    ['src/client.ts', templates.render('client/client.ts.hbs', view)],
    ['src/runtime/identity.ts', templates.render('client/identity.ts.hbs', entryView(context))],
    ['src/index.ts', templates.render('client/index.ts.hbs', entryView(context))],
  ];
  const servers = choosableServers(context.model);
  if (servers.length > 0)
    files.push(['src/servers.ts', templates.render('client/servers.ts.hbs', serversView(servers))]);
  if (webhooks) files.push(['src/webhooks.ts', templates.render('client/webhooks.ts.hbs', webhooks)]);
  for (const [path, text] of templates.below('runtime')) {
    // The names are those of the package.
    if (path === 'identity.ts') continue;
    if (path.endsWith('.ts') && !path.startsWith('test/')) files.push([`src/runtime/${path}`, text]);
  }
  for (const { addon, view } of addonViews) {
    files.push(...addonSources(addon, templates), ...addonFiles(addon, templates, { ...entryView(context), ...view }));
  }
  return files.map(([path, text]) => {
    const isCopied = path.startsWith('src/runtime/') || path.startsWith('src/addons/');
    return [path, isCopied ? withClassPrefix(path, text, names.errorPrefix) : text];
  });
}

/** The names of the packages and of their exports. */
export function entryView(context: RenderContext): PackageView {
  const { names } = context;
  return {
    className: names.className,
    optionsName: `${names.className}Options`,
    serverClassName: names.serverClassName,
    coreName: names.coreName,
    serverOptionsName: `${names.serverClassName}Options`,
    errorPrefix: names.errorPrefix,
    variable: names.variable,
    clientPackage: names.clientPackage,
    serverEntry: `${names.clientPackage}/server`,
    typesPackage: names.typesPackage,
    clientName: clientName(context),
    userAgent: userAgent(context),
    version: context.version,
    exports: [
      ...context.addons.flatMap((addon) => addon.exports),
      ...(choosableServers(context.model).length > 0 ? ['./servers.js'] : []),
      ...(context.model.webhooks.length > 0 ? ['./webhooks.js'] : []),
    ],
  };
}

function webhooksView(context: RenderContext, dates: DatePlans): WebhooksView {
  const { webhooks } = context.model;
  const texts = webhooks.map(({ schema }) => dates.expression(schema));
  const events = kindsOf(context.model).map((kind) => {
    const plans = webhooks.flatMap((webhook, index): [string, string][] => {
      const text = texts[index];
      return webhook.kind === kind && text !== undefined ? [[webhook.event, text]] : [];
    });
    return { name: capitalize(kind), plans: objectLiteral(plans) };
  });
  return { ...entryView(context), dates: dates.takeMentioned(), events };
}

function clientName(context: RenderContext): string {
  return `${context.names.project}-client-${context.version}`;
}

/** Add-ons send the name of the client in a header of their service. */
function userAgent({ names, version, addons }: RenderContext): string {
  return addons.length === 0 ? `${names.project}-client/${version}` : '';
}

function serviceView(context: RenderContext, credentials: readonly CredentialOption[], security: string): ServiceView {
  const url = context.model.servers[0]?.url ?? '';
  const required = requiredCredentials(context);
  const list = credentials.map(({ option, scheme, wire }) =>
    objectLiteral([
      ['option', stringLiteral(option)],
      ['scheme', stringLiteral(scheme.key)],
      ['in', stringLiteral(wire.in)],
      ['name', stringLiteral(wire.name)],
      ...(scheme.type === 'bearer' ? [['prefix', "'Bearer '"] as const] : []),
      ...(scheme.type === 'basic' ? [['prefix', "'Basic '"] as const] : []),
      ...(required.has(scheme.key) ? [['required', 'true'] as const] : []),
    ]),
  );
  return {
    addons: context.addons,
    baseUrl: isUsable(url) ? url.replace(/\/+$/, '') : '',
    credentials: list.length === 0 ? '[]' : `[\n${list.map((item) => `    ${item},\n`).join('')}  ]`,
    security,
    usesBasic: credentials.some(({ type }) => type === 'BasicCredential'),
    clientName: clientName(context),
    userAgent: userAgent(context),
  };
}

/** Keys of the security schemes that every call needs. */
function requiredCredentials({ addons }: RenderContext): ReadonlySet<string> {
  return new Set(addons.flatMap((addon) => addon.requiredCredentials));
}

function clientView(context: RenderContext, credentials: readonly CredentialOption[]): ClientView {
  const { model } = context;
  const operations = model.operations.map((operation) => operationView(operation, context));
  const options = new Map(credentials.map((credential) => [credential.option, credential]));
  const required = requiredCredentials(context);
  const views = [...options.values()].map(({ option, type, scheme }) => ({
    option,
    type,
    required: required.has(scheme.key),
    description: scheme.description ?? '',
  }));
  const needsBaseUrl = !isUsable(model.servers[0]?.url ?? '');
  return {
    ...entryView(context),
    usesTypes: operations.some(({ signature, callType: type, errorsType }) =>
      `${signature} ${type}${errorsType}`.includes('types.'),
    ),
    usesBasic: views.some(({ type }) => type === 'BasicCredential'),
    usesCredential: views.some(({ type }) => type === 'CredentialValue'),
    needsBaseUrl,
    credentials: views,
    optionsOptional: !needsBaseUrl && views.every(({ required }) => !required),
    callTypes: [...new Set(operations.map(({ callType: type }) => type.replace(/<.*/s, '')))].sort(),
    about: [`${model.info.title}, version ${model.info.version}.`, model.info.description ?? ''],
    operations,
  };
}

function operationView(operation: Operation, context: RenderContext): MethodView {
  const own = context.names.operation(operation);
  const typed = (name: string): string => `types.${name}`;
  const optional = own.layout.optional ? '?' : '';
  const item = operation.pagination ? itemType(operation, operation.pagination, context, typed) : '';
  // The first argument is always the arguments, so that adding an optional parameter breaks no call.
  const args = own.arguments
    ? `args${optional}: types.${own.arguments.exported}`
    : 'args?: Readonly<Record<string, never>>';
  return {
    about: [
      operation.summary ?? '',
      operation.description === operation.summary ? '' : (operation.description ?? ''),
      codeSpan(requestLine(operation)),
    ],
    deprecated: operation.deprecated,
    method: own.method,
    constant: own.constant,
    signature: `${args}, options?: RequestOptions`,
    callType: callType(operation, item, own.headers ? typed(own.headers.exported) : '', context.names),
    maker: item !== '' ? 'pagedOperation' : streamOf(operation) ? 'streamOperation' : 'operation',
    errorsType: own.errors ? typed(own.errors.exported) : '',
  };
}
