import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';

/** What published files must not contain. */
export interface Private {
  /** Folders of this machine, absolute. */
  readonly folders: readonly string[];
  /** Secret values on this machine, by the name of their variable. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** A shorter value could occur in a text by chance. */
const SHORTEST_SECRET = 8;

/** Common folders of projects on the machines of people and CI services. */
const MACHINE_PATH =
  /(?:^|[\s"'`(=:,])((?:file:\/\/)?\/(?:home|Users|root|private|var\/folders)\/[\w.-]+|[A-Za-z]:\\{1,2}Users\\{1,2}\w+)/m;

const RULES = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }];

/** The folders that a build could have included, and the environment's variables with names of secrets. */
export function privateOf(folders: readonly string[], environment: NodeJS.ProcessEnv): Private {
  const secrets = Object.entries(environment).flatMap(([name, value = '']) =>
    /TOKEN|SECRET|PASSWORD|PASSPHRASE|API_?KEY|PRIVATE_?KEY|_auth/i.test(name) && value.length >= SHORTEST_SECRET
      ? [[name, value] as const]
      : [],
  );
  return {
    folders: [...folders, `${homedir()}/`, `${tmpdir()}/`].filter((path) => path.length > 2),
    secrets: new Map(secrets),
  };
}

/**
 * Finds secrets and local paths. The value of a secret is not repeated: the output may be public.
 *
 * @returns what is wrong, one sentence each.
 */
export async function secretFaults(folder: string, files: readonly string[], own: Private): Promise<string[]> {
  const found: string[] = [];
  for (const path of files) {
    const content = readFileSync(join(folder, path), 'utf8');
    const named = own.folders.find((place) => content.includes(place)) ?? MACHINE_PATH.exec(content)?.[1];
    if (named !== undefined) found.push(`${path} names ${named}, a path of a machine`);
    for (const [name, value] of own.secrets) {
      if (content.includes(value)) found.push(`${path} contains the value of ${name}`);
    }
    found.push(...(await knownSecrets(path, content)));
  }
  return found;
}

async function knownSecrets(path: string, content: string): Promise<string[]> {
  const { messages } = await lintSource({
    source: { filePath: path, content, contentType: 'text' },
    options: { config: { rules: RULES }, noPhysicFilePath: true },
  });
  return messages.map(({ loc, messageId }) => `${path}:${loc.start.line} contains a secret (${messageId})`);
}
