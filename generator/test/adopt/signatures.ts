import ts from 'typescript';
import type { Config } from '../../src/config/index.js';
import { prepare } from '../../src/generate/prepare.js';
import type { LoadOptions } from '../../src/load/index.js';
import { planSources, renderSources } from '../../src/render/render.js';

/** The declared types of both packages, without comments, each with its parts sorted. */
export async function signatures(config: Config & LoadOptions): Promise<readonly string[]> {
  const prepared = await prepare(config);
  const sources = renderSources(planSources({ ...prepared, version: '0.0.0', license: '', changelog: '' }));
  const texts = [...sources.types, ...sources.client].filter(([path]) => /^src\/[^/]*\.ts$/.test(path));
  return texts.flatMap(([, text]) => declarationsOf(text)).sort();
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
