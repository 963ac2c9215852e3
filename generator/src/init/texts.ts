import type { Manager } from '../config/workspaces.js';

/** A small sample spec for a workspace without one. */
export const SAMPLE_SPEC = `openapi: 3.1.0
info:
  title: Greetings
  version: 1.0.0
servers:
  - url: https://api.example.com
paths:
  /greetings/{name}:
    get:
      operationId: getGreeting
      summary: Get a greeting
      parameters:
        - name: name
          in: path
          required: true
          schema: { type: string }
          example: Ada
      responses:
        '200':
          description: The greeting.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Greeting' }
              example: { text: Hello Ada!, created_at: '2026-01-02T03:04:05Z' }
components:
  schemas:
    Greeting:
      type: object
      required: [text, created_at]
      properties:
        text: { type: string, description: What to say. }
        created_at: { type: string, format: date-time }
`;

export const gitIgnore = (built: string): string => `node_modules/\n${built}\n`;

/** A checkout with other line breaks, as on Windows, would count as edited by hand. */
export const gitAttributes = (out: string): string => `${out}/** text eol=lf linguist-generated\n`;

/** Makes pnpm link the client to the types package beside it. */
export const pnpmWorkspace = (packages: string): string => `packages:\n  - ${packages}\nlinkWorkspacePackages: true\n`;

/** Yarn's Plug'n'Play has no node_modules, which the packages' tools need. */
export const YARN_SETTINGS = 'nodeLinker: node-modules\n';

const INSTALL: Readonly<Record<Manager, string>> = {
  npm: 'npm ci',
  pnpm: 'corepack enable && pnpm install --frozen-lockfile',
  yarn: 'corepack enable && yarn install --immutable',
};

/** A workflow for GitHub Actions. */
export const workflow = (manager: Manager): string => `name: SDK
on:
  push:
    branches: [main]
  pull_request:
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        node: [20, 22, 24]
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: \${{ matrix.node }}
      - run: ${INSTALL[manager]}
      - run: ${manager} run check
      - run: ${manager} run generate
      - run: ${manager} test
`;

/** Runs a program of the workspace. */
const runnerOf: Readonly<Record<Manager, string>> = { npm: 'npx', pnpm: 'pnpm', yarn: 'yarn' };

/** The README of a new workspace. */
export function readme(title: string, manager: Manager, spec: string): string {
  return `# ${title}

TypeScript packages for the API in [${spec}](<${spec}>), written by \`sdkgen\`.

\`\`\`sh
${manager} install
${manager} run generate   # writes and builds packages/; run it after each change of the spec
${manager} test           # calls every documented example against a mock of the API
\`\`\`

| command | does |
|---|---|
| \`${manager} run generate\` | writes and builds the packages |
| \`${manager} run check\` | fails if the packages are not up to date |
| \`${manager} run validate\` | lists every problem of the spec |
| \`${manager} run mock\` | serves the API locally |
| \`${runnerOf[manager]} sdkgen diff OLD NEW\` | lists what changed between two versions of the spec, and who is affected |

\`packages/\` is output: change the spec, the templates or the key \`sdkgen\` of \`package.json\`, and generate again.
`;
}
