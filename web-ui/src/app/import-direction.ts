export interface SourceFile {
  /** Path below `src`, with slashes: `features/funnel/funnel-page.tsx`. */
  path: string;
  text: string;
}

const IMPORT = /(?:from\s*|import\s*\(\s*|import\s+)['"](\.{1,2}\/[^'"]+)['"]/g;

/** The paths below `src` a file imports; packages are left out. */
function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(IMPORT)].map(([, relative = '']) => new URL(relative, `file:///${path}`).pathname.slice(1));
}

/** Where a path belongs: `app`, `shared`, or one feature; undefined above `src`. */
function ownerOf(path: string, features: readonly string[]): string | undefined {
  const [top, second] = path.split('/');
  if (top === 'app' || top === 'shared') {
    return top;
  }
  return top === 'features' && second !== undefined && features.includes(second) ? second : undefined;
}

/**
 * Every import against the direction shared → features → app: `shared` imports only itself, a feature only itself and
 * `shared`, and nobody imports what belongs to none of the three.
 */
export function againstTheDirection(files: readonly SourceFile[], features: readonly string[]): string[] {
  return files.flatMap((file) => {
    const owner = ownerOf(file.path, features);
    return importsOf(file)
      .filter((target) => {
        const targetOwner = ownerOf(target, features);
        const allowed = owner === 'app' || targetOwner === owner || targetOwner === 'shared';
        return (
          owner === undefined ||
          targetOwner === undefined ||
          !allowed ||
          (owner === 'shared' && targetOwner !== 'shared')
        );
      })
      .map((target) => `${file.path} imports ${target}`);
  });
}
