import type { DEFINITIONS } from '../../shared/definitions/definitions';

/** The definitions that have all words of a text, in their groups; groups without any are left out. */
export function definitionsWith(text: string | undefined, groups: typeof DEFINITIONS): typeof DEFINITIONS {
  const words = (text ?? '').toLowerCase().split(/\s+/);
  return groups
    .map((group) => ({
      ...group,
      definitions: group.definitions.filter(({ name, title, formula }) => {
        const all = `${name} ${title} ${formula} ${group.title}`.toLowerCase();
        return words.every((word) => all.includes(word));
      }),
    }))
    .filter((group) => group.definitions.length > 0);
}
