import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { againstTheDirection, type SourceFile } from './import-direction';

const SRC = 'src';

// Read from disk, so that a new feature is guarded from its first file.
const features = readdirSync(`${SRC}/features`);
const files: SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  // This file holds violations on purpose.
  .filter((path) => /^(app|features|shared)\/.*\.tsx?$/.test(path) && path !== 'app/import-direction.test.ts')
  .map((path) => ({ path, text: readFileSync(`${SRC}/${path}`, 'utf8') }));

describe('the imports of the pages', () => {
  it('follow shared → features → app, and no feature knows another', () => {
    expect(features.length).toBeGreaterThan(1);
    expect(againstTheDirection(files, features)).toEqual([]);
  });

  it('are all looked at, types and lazy ones too', () => {
    const router = files.find(({ path }) => path === 'app/router.tsx');
    // The router loads its pages lazily; seen as shared, each of those imports would be a fault.
    const asShared = againstTheDirection([{ path: 'shared/router.tsx', text: router?.text ?? '' }], features);
    expect(asShared).toContain('shared/router.tsx imports features/funnel/funnel-page');
  });
});

describe('the check of the direction', () => {
  it('goes red when shared knows a feature', () => {
    expect(fault('shared/ui/a.ts', `import { b } from '../../features/funnel/b';`)).toHaveLength(1);
  });

  it('goes red when shared knows the app', () => {
    expect(fault('shared/ui/a.ts', `import type { B } from '../../app/b';`)).toHaveLength(1);
  });

  it('goes red when a feature knows another', () => {
    expect(fault('features/portfolio/a.ts', `export { b } from '../funnel/b';`)).toHaveLength(1);
  });

  it('goes red when a feature knows the app, even lazily', () => {
    expect(fault('features/portfolio/a.ts', `const b = await import('../../app/b');`)).toHaveLength(1);
  });

  it('goes red on a folder beside the three', () => {
    expect(fault('features/portfolio/a.ts', `import '../../utilities/b';`)).toHaveLength(1);
  });

  it('stays green on what is allowed', () => {
    expect(
      fault('features/portfolio/a.ts', `import { b } from '../../shared/ui/b';\nimport { c } from './c';`),
    ).toEqual([]);
    expect(fault('app/a.ts', `import { b } from '../features/funnel/b';`)).toEqual([]);
  });
});

function fault(path: string, text: string): string[] {
  return againstTheDirection([{ path, text }], ['portfolio', 'funnel']);
}
