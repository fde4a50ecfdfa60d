/** A change of rendered objects; what it is given stays as it is. */
export type Change = (objects: readonly unknown[]) => readonly unknown[];

type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * Sets one value.
 *
 * @param object `Deployment/kuji`; the name of a generated ConfigMap without its hash
 * @param path keys with blanks between them; an element of a list by its `name` or its index, `+` for a new one.
 *   `pod` stands for the `spec` of a workload's pod.
 * @param value `undefined` takes it away
 * @throws Error where there is no such object
 */
export function set(object: string, path: string, value: unknown): Change {
  return change(object, path, () => value);
}

export function remove(object: string, path: string): Change {
  return change(object, path, (before) => {
    if (before === undefined) throw new Error(`${object}: there is nothing at ${path}`);
    return undefined;
  });
}

/** Changes a text, such as a file in a ConfigMap. Throws where `from` is not in it. */
export function replace(object: string, path: string, from: string, to: string): Change {
  return change(object, path, (before) => {
    if (typeof before !== 'string' || !before.includes(from)) throw new Error(`${object}: ${path} has no ${from}`);
    return before.replace(from, to);
  });
}

/** Takes a whole object away. */
export function without(object: string): Change {
  return (objects) => {
    const left = objects.filter((one) => !isCalled(one, object));
    if (left.length === objects.length) throw new Error(`there is no ${object}`);
    return left;
  };
}

export function add(object: unknown): Change {
  return (objects) => [...objects, object];
}

/** The same object once more. */
export function again(object: string): Change {
  return (objects) => {
    const found = objects.filter((one) => isCalled(one, object));
    if (found.length === 0) throw new Error(`there is no ${object}`);
    return [...objects, ...found];
  };
}

export function allOf(...changes: readonly Change[]): Change {
  return (objects) => changes.reduce((left, one) => one(left), objects);
}

function change(object: string, path: string, to: (before: unknown) => unknown): Change {
  return (objects) => {
    if (!objects.some((one) => isCalled(one, object))) throw new Error(`there is no ${object}`);
    return objects.map((one) => (isCalled(one, object) ? changeAt(one, keysOf(object, path), to) : one));
  };
}

function isCalled(candidate: unknown, object: string): boolean {
  const { kind, metadata } = isRecord(candidate) ? candidate : {};
  const name = isRecord(metadata) ? String(metadata.name) : '';
  return [name, name.replace(/-[a-z0-9]{10}$/, '')].some((one) => `${kind}/${one}` === object);
}

function keysOf(object: string, path: string): readonly string[] {
  const [first, ...rest] = path.split(' ');
  if (first !== 'pod') return path.split(' ');
  const toPod = object.startsWith('CronJob/') ? 'spec jobTemplate spec template spec' : 'spec template spec';
  return [...toPod.split(' '), ...rest];
}

function changeAt(node: unknown, keys: readonly string[], to: (before: unknown) => unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return to(node);
  if (Array.isArray(node)) return changeElement(node, key, rest, to);
  const before = isRecord(node) ? node : {};
  const after = changeAt(before[key], rest, to);
  return Object.fromEntries(Object.entries({ ...before, [key]: after }).filter(([, value]) => value !== undefined));
}

function changeElement(
  list: readonly unknown[],
  key: string,
  rest: readonly string[],
  to: (before: unknown) => unknown,
): readonly unknown[] {
  const named = list.findIndex((one) => isRecord(one) && one.name === key);
  const index = key === '+' ? list.length : named >= 0 ? named : Number(key);
  if (!(index <= list.length)) throw new Error(`there is no element ${key}`);
  const after = changeAt(list[index], rest, to);
  return [...list.slice(0, index), ...(after === undefined ? [] : [after]), ...list.slice(index + 1)];
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
