import { ensureSyntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { pointerOf, segments } from '@/document';
import type { Pointer } from '@/host';

/** Time the editor may take to read the whole text before a place is looked up, in ms. */
const PATIENCE_MS = 100;

const VALUES = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

function isValue(node: SyntaxNode): boolean {
  return VALUES.has(node.name);
}

function valuesIn(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isValue(child)) found.push(child);
  }
  return found;
}

function keyOf(state: EditorState, property: SyntaxNode): string | null {
  const name = property.getChild('PropertyName');
  if (name === null) return null;
  try {
    return String(JSON.parse(state.sliceDoc(name.from, name.to)));
  } catch {
    return null;
  }
}

/** Where the value of a pointer stands, from its first to behind its last letter. */
export function rangeOf(state: EditorState, pointer: Pointer): { from: number; to: number } | null {
  const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE_MS);
  let node: SyntaxNode | null = tree?.topNode ?? null;
  node = node === null ? null : (valuesIn(node)[0] ?? null);
  for (const part of segments(pointer)) {
    if (node === null) return null;
    if (node.name === 'Array') node = valuesIn(node)[Number(part)] ?? null;
    else if (node.name === 'Object') {
      const property = node.getChildren('Property').find((known) => keyOf(state, known) === part);
      node = property === undefined ? null : (valuesIn(property)[0] ?? null);
    } else return null;
  }
  return node === null ? null : { from: node.from, to: node.to };
}

/** Pointer of the innermost value or member at a place of the text. */
export function pointerAt(state: EditorState, at: number): Pointer | null {
  const tree = ensureSyntaxTree(state, state.doc.length, PATIENCE_MS);
  if (tree === null) return null;
  const parts: (string | number)[] = [];
  for (let node: SyntaxNode | null = tree.resolveInner(at, -1); node !== null; node = node.parent) {
    const { parent } = node;
    if (node.name === 'Property') {
      const key = keyOf(state, node);
      if (key === null) return null;
      parts.unshift(key);
    } else if (parent?.name === 'Array' && isValue(node)) {
      const place = valuesIn(parent).findIndex((value) => value.from === node?.from);
      if (place >= 0) parts.unshift(place);
    }
  }
  return pointerOf(parts);
}
