import {
  addonFault,
  type Fault,
  int64Fault,
  locationFault,
  nameFault,
  pathFault,
  scopeFault,
  selectorFault,
  versionFault,
} from './rules.js';

/** A setting: a key of the configuration file and the corresponding flag. */
export interface Setting {
  readonly key: string;
  readonly flag?: string;
  /** The placeholder of the value in the help. */
  readonly value?: string;
  /** An array in the file; a repeatable flag. */
  readonly isList?: true;
  /** Not a key of the file. */
  readonly isFlagOnly?: true;
  readonly about: string;
  readonly faultOf?: (value: string) => Fault | undefined;
}

/** All settings: file keys, flags, their help and the JSON schema of the file come from this table. */
export const SETTINGS = [
  {
    key: 'spec',
    flag: 'spec',
    value: 'FILE|URL',
    about: 'The OpenAPI document, 3.0 or 3.1, YAML or JSON.',
    faultOf: locationFault,
  },
  {
    key: 'out',
    flag: 'out',
    value: 'FOLDER',
    about: 'The parent folder of the packages. Default: packages.',
    faultOf: pathFault,
  },
  {
    key: 'scope',
    flag: 'scope',
    value: '@SCOPE',
    about: 'The npm scope of the packages. Default: @sdk.',
    faultOf: scopeFault,
  },
  {
    key: 'name',
    flag: 'name',
    value: 'NAME',
    about: 'For @SCOPE/NAME-types and @SCOPE/NAME-client. Default: api.',
    faultOf: nameFault,
  },
  { key: 'version', about: 'The version of both packages. Default: that of package.json.', faultOf: versionFault },
  { key: 'license', about: 'The SPDX licence of both packages. Default: that of package.json.' },
  { key: 'repository', about: 'The repository of both packages. Default: that of package.json.' },
  {
    key: 'templates',
    flag: 'templates',
    value: 'FOLDER',
    about: 'Templates that replace the built-in ones.',
    faultOf: pathFault,
  },
  {
    key: 'config',
    flag: 'config',
    value: 'FILE',
    isFlagOnly: true,
    about: 'The file with these options. Default: sdkgen.config.* or package.json.',
    faultOf: pathFault,
  },
  {
    key: 'addons',
    flag: 'addon',
    value: 'NAME',
    isList: true,
    about: 'Enable an add-on of the templates.',
    faultOf: addonFault,
  },
  {
    key: 'overlays',
    flag: 'overlay',
    value: 'FILE',
    isList: true,
    about: 'Apply this Overlay document to the OpenAPI document.',
    faultOf: pathFault,
  },
  {
    key: 'select',
    flag: 'select',
    value: 'SELECTOR',
    isList: true,
    about: 'Include only these operations: an id, tag:NAME, a path.',
    faultOf: selectorFault,
  },
  {
    key: 'exclude',
    flag: 'exclude',
    value: 'SELECTOR',
    isList: true,
    about: 'Exclude these operations.',
    faultOf: selectorFault,
  },
  {
    key: 'int64',
    flag: 'int64',
    value: 'TYPE',
    about: 'The type of 64-bit integers: number, or number-or-string.',
    faultOf: int64Fault,
  },
  {
    key: 'vendor',
    about: 'The configuration with which `sdkgen adopt` reads the file of a vendor.',
    faultOf: pathFault,
  },
  {
    key: 'allowRefs',
    flag: 'allow-ref',
    value: 'PLACE',
    isList: true,
    about: 'Also allow $refs to this folder or URL.',
    faultOf: locationFault,
  },
] as const satisfies readonly Setting[];

type Row = (typeof SETTINGS)[number];
export type ListKey = Extract<Row, { readonly isList: true }>['key'];
type TextKey = Exclude<Row['key'], ListKey>;
/** Values as written, in a configuration file or as flags. Missing ones are absent. */
export type Settings = { readonly [Key in TextKey]?: string } & { readonly [Key in ListKey]?: readonly string[] };

/** @param textsOf the texts of a setting, if any; if it is not an array, the first one is used. */
export function settingsFrom(textsOf: (setting: Row) => readonly string[] | undefined): Settings {
  const settings: { [Key in TextKey]?: string } & { [Key in ListKey]?: readonly string[] } = {};
  for (const setting of SETTINGS) {
    const texts = textsOf(setting);
    if ('isList' in setting) {
      if (texts !== undefined) settings[setting.key] = texts;
    } else if (texts?.[0] !== undefined) settings[setting.key] = texts[0];
  }
  return settings;
}

/** Keys of a configuration file that are not settings: the schema for editors, and comments. */
export const REMARK_KEYS: readonly string[] = ['$schema', '//'];

/** The JSON schema of a configuration file, for editors. */
export function configSchema(): object {
  const text = { type: 'string', minLength: 1 };
  const rows: readonly Setting[] = SETTINGS.filter((setting) => !('isFlagOnly' in setting));
  const properties = rows.map(({ key, isList, about }) => {
    const type = isList ? { type: 'array', items: text } : text;
    return [key, { description: about, ...type }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The configuration of sdkgen',
    type: 'object',
    properties: Object.fromEntries([...REMARK_KEYS.map((key) => [key, {}] as const), ...properties]),
    additionalProperties: false,
  };
}
