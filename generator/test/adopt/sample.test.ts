import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { resolveConfig } from '../../src/config/index.js';
import { prepare } from '../../src/generate/prepare.js';
import { renderSources } from '../../src/render/render.js';
import { folderOf } from '../load/temporary.js';
import { CHECKOUT, vendorSample } from './vendor-sample.js';

const sample = await vendorSample();
const folder = await folderOf({ 'vendor.json': sample });

/** The declarations of the types and of the client's methods, without comments, each with its parts in one order. */
async function signatures(flags: { readonly config?: string; readonly spec?: string }): Promise<readonly string[]> {
  const prepared = await prepare(await resolveConfig({ cwd: CHECKOUT, flags }));
  const sources = await renderSources({ ...prepared, version: '0.0.0', license: '', changelog: '' });
  const texts = [...sources.types, ...sources.client].filter(([path]) => /^src\/[^/]*\.ts$/.test(path));
  return texts.flatMap(([path, text]) => (path.startsWith('src/') ? declarationsOf(text) : [])).sort();
}

function declarationsOf(text: string): string[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.ESNext, true);
  const printer = ts.createPrinter({ removeComments: true });
  const print = (node: ts.Node): string => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) {
      const name = ts.isInterfaceDeclaration(node) ? node.name.text : '';
      return `${name}{${node.members.map(print).sort().join(';')}}`;
    }
    if (ts.isUnionTypeNode(node)) return node.types.map(print).sort().join('|');
    if (ts.isPropertySignature(node) && node.type !== undefined) {
      const mark = node.questionToken === undefined ? '' : '?';
      return `${node.name.getText()}${mark}:${print(node.type)}`;
    }
    if (ts.isArrayTypeNode(node)) return `${print(node.elementType)}[]`;
    if (ts.isTypeAliasDeclaration(node)) return `${node.name.text}=${print(node.type)}`;
    return printer.printNode(ts.EmitHint.Unspecified, node, file).replace(/\s+/g, ' ');
  };
  return file.statements
    .filter((statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    .map(print);
}

describe("the sample of the vendor's file", () => {
  test('has operations of other products, which share schemas with ours', () => {
    const operations = Object.values<object>(sample.paths).flatMap((item) => Object.values(item));
    const ours = operations.filter(({ tags }) => tags[0] === 'product:common');
    expect([ours.length, operations.length]).toEqual([84, 132]);
    expect(JSON.stringify(sample.components.schemas.CallReply)).toContain('#/components/schemas/UserResponse');
  });

  test('gives the types of our spec when it is selected and overlaid', async () => {
    const spec = join(folder, 'vendor.json');
    const [vendors, ours] = [await signatures({ config: 'spec/vendor/config.yaml', spec }), await signatures({})];
    expect(vendors.length).toBeGreaterThan(400);
    expect(vendors.filter((text) => !ours.includes(text))).toEqual([]);
    expect(ours.filter((text) => !vendors.includes(text))).toEqual([]);
  });
});
