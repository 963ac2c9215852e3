import { Node, type SourceFile } from 'ts-morph';
import { noteWhole, visitCall, visitLoop, visitSwitch } from './calls.js';
import { checkedType } from './contexts.js';
import { visitValue } from './flows.js';
import { visitAccess, visitClass, visitLiteral, visitName, visitObject, visitPattern } from './names.js';
import type { UserProject } from './project.js';
import { type FoundUse, Search } from './search.js';
import { isAssigned } from './syntax.js';
import type { Targets } from './target.js';

/** Finds all uses of some declarations in a project, by types and symbols only. */
export function findUses({ files, packages }: UserProject, targets: Targets): readonly FoundUse[] {
  if (targets.size === 0) return [];
  const search = new Search(targets, packages);
  for (const file of files) {
    file.forEachDescendant((node) => {
      visit(node, search);
      // In JavaScript the types are in comments.
      const comments = isScript(file) && Node.isJSDocable(node) ? node.getJsDocs() : [];
      for (const comment of comments) comment.forEachDescendant((inner) => visit(inner, search));
    });
  }
  return search.found;
}

function isScript(file: SourceFile): boolean {
  return /\.[cm]?jsx?$/.test(file.getFilePath());
}

function visit(node: Node, search: Search): void {
  if (Node.isIdentifier(node)) visitName(node, search);
  else if (Node.isStringLiteral(node) || Node.isNumericLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node)) {
    visitLiteral(node, search);
  } else if (Node.isObjectBindingPattern(node)) visitPattern(node, search);
  else if (Node.isClassDeclaration(node) || Node.isClassExpression(node)) visitClass(node, search);
  else if (Node.isForOfStatement(node)) visitLoop(node.getExpression(), search);
  else if (Node.isSwitchStatement(node)) visitSwitch(node, search);
  else if (Node.isObjectLiteralExpression(node)) {
    visitObject(node, search);
    if (!isAssigned(node)) noteWhole(node, checkedType(node), search);
    return;
  }
  visitAccess(node, search);
  visitCall(node, search);
  visitValue(node, search);
}
