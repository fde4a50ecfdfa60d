/**
 * Items with their places as ids, as keys of a list in React: for lists that never change their order and whose items may be equal (the
 * attributes of a span), where the place is all there is to tell them apart.
 */
export function numbered<T>(items: readonly T[]): readonly { readonly id: number; readonly item: T }[] {
  return items.map((item, id) => ({ id, item }));
}
