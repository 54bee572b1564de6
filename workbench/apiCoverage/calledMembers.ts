import { join } from 'node:path';
import ts from 'typescript';

/** A member of Excel's API and the first places in the source that use it. */
export interface Call {
  /** "Range.values", as the declarations have it. */
  readonly member: string;
  readonly places: readonly string[];
}

/**
 * Every member of `Excel` that the add-in's own source reads, sets, calls or loads. The compiler's types tell, so that no
 * use is overlooked because of how it is written; what is loaded by name is read from the texts given to `load`.
 */
export function calledMembers(root: string): readonly Call[] {
  const config = ts.parseJsonConfigFileContent(
    { ...ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config, include: ['src'] },
    ts.sys,
    root,
  );
  const program = ts.createProgram(config.fileNames, config.options);
  const checker = program.getTypeChecker();
  const calls = new Map<string, Set<string>>();

  const memberOf = (symbol: ts.Symbol | undefined): string | undefined => {
    for (const { parent } of symbol?.declarations ?? [])
      if (ts.isClassDeclaration(parent) && parent.name && isExcel(parent))
        return `${parent.name.text}.${symbol?.name}`;
    return undefined;
  };
  const note = (symbol: ts.Symbol | undefined, node: ts.Node): void => {
    const member = memberOf(symbol);
    if (member === undefined) return;
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    const places = calls.get(member) ?? new Set();
    calls.set(member, places.add(`${file.fileName.slice(root.length + 1)}:${line + 1}`));
  };

  /** "items/name, format/font/color": a path steps from a type to the type of its property. */
  function noteLoaded(type: ts.Type, paths: string, node: ts.Node): void {
    for (const path of paths.split(','))
      path
        .trim()
        .split('/')
        .reduce<ts.Type | undefined>((at, step) => {
          const symbol = at?.getProperty(step);
          if (!at || !symbol) return undefined;
          note(symbol, node);
          const next = checker.getTypeOfSymbol(symbol);
          return step === 'items' ? checker.getIndexTypeOfType(next, ts.IndexKind.Number) : next;
        }, type);
  }

  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) note(checker.getSymbolAtLocation(node.name), node.name);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const key = node.propertyName ?? node.name;
      if (ts.isIdentifier(key)) note(checker.getTypeAtLocation(node.parent).getProperty(key.text), node);
    }
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'load'
    )
      for (const given of node.arguments)
        if (ts.isStringLiteralLike(given))
          noteLoaded(checker.getTypeAtLocation(node.expression.expression), given.text, given);
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles())
    if (!file.isDeclarationFile && file.fileName.startsWith(join(root, 'src'))) visit(file);
  return [...calls]
    .map(([member, places]) => ({ member, places: [...places] }))
    .sort((a, b) => a.member.localeCompare(b.member));
}

/** Whether a declaration stands in `declare namespace Excel`. */
function isExcel(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node.parent; at; at = at.parent)
    if (ts.isModuleDeclaration(at)) return at.name.text === 'Excel';
  return false;
}
