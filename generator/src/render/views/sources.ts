import type { PackageView } from './common.js';

/** For `operations.ts` and `schemas.ts`. */
export interface DeclarationsView {
  /** One declaration each, as code. */
  readonly declarations: readonly string[];
  /** Types whose exported names differ from those in the file. */
  readonly renamed: readonly TypeNameView[];
}

export interface SchemasView extends DeclarationsView {
  /** The name of the type for file uploads; empty if nothing uses it. */
  readonly upload: string;
}

export interface ArgumentsView extends DeclarationsView {
  /** The types of `schemas.ts` used by the declarations. */
  readonly imports: readonly ImportView[];
  /** `Webhook` and `Callback`, if the spec has any. */
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
  /** Whether the types package is used. */
  readonly usesTypes: boolean;
  readonly usesBasic: boolean;
  readonly usesCredential: boolean;
  /** Whether the spec has no absolute server URL. */
  readonly needsBaseUrl: boolean;
  readonly credentials: readonly CredentialView[];
  /** Whether all client options are optional. */
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
  /** The function of the runtime that creates the constant. */
  readonly maker: string;
  /** The type of the error bodies, as code; empty if the spec defines none. */
  readonly errorsType: string;
}

export interface OperationsModuleView extends ClientView {
  /** The constants of `dates.ts` used by the operations. */
  readonly dates: readonly string[];
  readonly operations: readonly OperationModuleView[];
}

export interface OperationModuleView extends MethodView {
  /** The operation as an object expression, as code. */
  readonly data: string;
}

export interface WebhooksView extends PackageView {
  /** The constants of `dates.ts` used by the plans. */
  readonly dates: readonly string[];
  /** `Webhook` and `Callback`, if the spec has any. */
  readonly events: readonly { readonly name: string; readonly plans: string }[];
}

export interface ServersView {
  readonly servers: readonly ServerView[];
}

export interface ServerView {
  /** The URL, with variables in braces. */
  readonly template: string;
  readonly description: string;
  /** Each with its type as code. */
  readonly variables: readonly { readonly name: string; readonly type: string; readonly description: string }[];
  /** The default values of the variables, as code. */
  readonly defaults: string;
}

export interface DatesView {
  /** One declaration each, as code. */
  readonly declarations: readonly string[];
}

export interface ServiceView {
  readonly addons: readonly AddonServiceView[];
  /** Empty if the spec has no absolute server URL. */
  readonly baseUrl: string;
  /** As code. */
  readonly credentials: string;
  /** As code. */
  readonly security: string;
  readonly usesBasic: boolean;
  readonly clientName: string;
  /** The `User-Agent` sent outside browsers; empty with an add-on. */
  readonly userAgent: string;
}

export interface AddonServiceView {
  /** The function that returns the runtime's hooks, and the module that exports it. */
  readonly service: string;
  readonly servicePath: string;
}
