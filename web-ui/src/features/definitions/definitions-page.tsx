import { getRouteApi } from '@tanstack/react-router';
import { DEFINITIONS } from '../../shared/definitions/definitions';
import { countOf } from '../../shared/format/numbers';
import { Message } from '../../shared/ui/message';
import { PageHeading } from '../../shared/ui/page-heading';
import { SearchField } from '../../shared/ui/search-field';
import classes from './definitions-page.module.css';
import { definitionsWith } from './definitions-with';

const route = getRouteApi('/definitions');

/** The formula of every figure. */
export function DefinitionsPage() {
  const { find } = route.useSearch();
  const navigate = route.useNavigate();
  const groups = definitionsWith(find, DEFINITIONS);
  const count = groups.reduce((sum, group) => sum + group.definitions.length, 0);
  return (
    <>
      <PageHeading
        title="Definitions"
        lead="What each figure counts. Days are days in UTC, windows end with the day that is asked about, and only what had happened by the end of that day counts."
      />
      <div className={classes.tools}>
        <SearchField
          label="Find"
          placeholder="Name or word"
          value={find ?? ''}
          onCommit={(text) =>
            void navigate({
              search: (previous) => ({ ...previous, find: text === '' ? undefined : text }),
              replace: true,
            })
          }
        />
        <p role="status">{countOf(count, 'definition', 'definitions')}</p>
      </div>
      {groups.length === 0 && (
        <Message title="No definition has this word">
          <p>Try a shorter word, or the name of a page.</p>
        </Message>
      )}
      {groups.map((group) => (
        <section key={group.title} className={classes.group} aria-label={group.title}>
          <h2>{group.title}</h2>
          <dl className={classes.list}>
            {group.definitions.map((definition) => (
              <div key={definition.name} id={definition.name}>
                <dt>
                  {definition.title} <code>{definition.name}</code>
                </dt>
                <dd>{definition.formula}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
