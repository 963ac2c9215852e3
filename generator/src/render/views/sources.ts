import type { PackageView } from './common.js';

/** `operations.ts` and `schemas.ts` alike. */
export interface DeclarationsView {
  /** One declaration each, as code. */
  readonly declarations: readonly string[];
  /** Types that are exported under another name than they have in the file. */
  readonly renamed: readonly TypeNameView[];
}

export interface SchemasView extends DeclarationsView {
  /** The name of the type of bytes to send; empty when nothing takes them. */
  readonly upload: string;
}

export interface ArgumentsView extends DeclarationsView {
  /** The types of `schemas.ts` that the declarations mention. */
  readonly imports: readonly ImportView[];
  /** `Webhook` and `Callback`, where the description has some. */
  readonly events: readonly string[];
}

export interface TypeNameView {
  readonly exported: string;
  readonly local: string;
}

export interface ImportView extends TypeNameView {
  /** Whether the two names differ. */
  readonly renamed: boolean;
}

export interface ClientView extends PackageView {
  /** Whether anything mentions the types package. */
  readonly usesTypes: boolean;
  readonly usesBasic: boolean;
  readonly usesCredential: boolean;
  /** Whether the description names no absolute server. */
  readonly needsBaseUrl: boolean;
  readonly credentials: readonly CredentialView[];
  /** Whether a client can be made without options. */
  readonly optionsOptional: boolean;
  /** The types of calls that the methods return. */
  readonly callTypes: readonly string[];
  /** Paragraphs about the API. */
  readonly about: readonly string[];
  readonly operations: readonly MethodView[];
}

export interface CredentialView {
  readonly option: string;
  /** Its type, as code. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
}

export interface MethodView {
  /** Paragraphs: summary, description, and the request. */
  readonly about: readonly string[];
  readonly deprecated: boolean;
  readonly method: string;
  /** The constant of `operations.ts`. */
  readonly constant: string;
  /** The parameters of the method, as code. */
  readonly signature: string;
  /** The type of the call that the method returns, as code. */
  readonly callType: string;
  /** The function of the runtime that makes the constant. */
  readonly maker: string;
  /** The type of the bodies of error replies, as code; empty where none is described. */
  readonly errorsType: string;
}

export interface OperationsModuleView extends ClientView {
  /** The constants of `dates.ts` that the operations mention. */
  readonly dates: readonly string[];
  readonly operations: readonly OperationModuleView[];
}

export interface OperationModuleView extends MethodView {
  /** The operation as an object expression, as code. */
  readonly data: string;
}

export interface WebhooksView extends PackageView {
  /** The constants of `dates.ts` that the plans mention. */
  readonly dates: readonly string[];
  /** `Webhook` and `Callback`, where the description has some. */
  readonly events: readonly { readonly name: string; readonly plans: string }[];
}

export interface ServersView {
  readonly servers: readonly ServerView[];
}

export interface ServerView {
  /** The address, with variables in braces. */
  readonly template: string;
  readonly description: string;
  /** Each with its type as code. */
  readonly variables: readonly { readonly name: string; readonly type: string; readonly description: string }[];
  /** The values of variables that are left out, as code. */
  readonly defaults: string;
}

export interface DatesView {
  /** One declaration each, as code. */
  readonly declarations: readonly string[];
}

export interface ServiceView {
  readonly addons: readonly AddonServiceView[];
  /** Empty when the description names no absolute server. */
  readonly baseUrl: string;
  /** As code. */
  readonly credentials: string;
  /** As code. */
  readonly security: string;
  readonly usesBasic: boolean;
  readonly clientName: string;
}

export interface AddonServiceView {
  /** The function that gives the runtime its hooks, and the module that exports it. */
  readonly service: string;
  readonly servicePath: string;
}
