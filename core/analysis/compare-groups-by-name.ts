import { type Group, groupToText } from './group.ts';

/** The order of groups that are equal in all else: by what they are called, whatever the order in which their traces were read. */
export function compareGroupsByName(a: Group, b: Group): number {
  const [nameA, nameB] = [groupToText(a), groupToText(b)];
  return nameA < nameB ? -1 : nameA > nameB ? 1 : 0;
}
