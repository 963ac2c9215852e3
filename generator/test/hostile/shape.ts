import ts from 'typescript';

/**
 * The syntax tree of a file without its texts: the kinds of its nodes, one per line, indented by depth, and the tags of its
 * comments. Whether a property is quoted is omitted. Empty for a file that is not code.
 */
export function shapeOf(path: string, text: string): string {
  if (!/\.[cm]?[jt]s$/.test(path)) return '';
  const root = ts.createSourceFile(path, text, {
    languageVersion: ts.ScriptTarget.ESNext,
    jsDocParsingMode: ts.JSDocParsingMode.ParseAll,
  });
  const lines: string[] = [];
  const visit = (node: ts.Node, depth: number, parent?: ts.Node): void => {
    const isName = parent !== undefined && isPropertyName(node, parent);
    lines.push(' '.repeat(depth) + (isName ? 'Name' : ts.SyntaxKind[node.kind]));
    if (isName) return;
    const comments: unknown = 'jsDoc' in node ? node.jsDoc : [];
    for (const comment of Array.isArray(comments) ? comments : []) visit(comment, depth + 1);
    ts.forEachChild(node, (child) => visit(child, depth + 1, node));
  };
  visit(root, 0);
  return lines.join('\n');
}

/** `a`, `'a-b'`, `1` and `['__proto__']` are equivalent: a property's name. */
function isPropertyName(node: ts.Node, parent: ts.Node): boolean {
  if (!('name' in parent) || parent.name !== node) return false;
  if (!ts.isObjectLiteralElement(parent) && !ts.isTypeElement(parent)) return false;
  if (ts.isComputedPropertyName(node)) return ts.isStringLiteral(node.expression);
  return ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node);
}
