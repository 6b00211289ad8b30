import { useId, useState } from 'react';
import { actor } from '../shared/api/send-command';
import classes from './actor-field.module.css';

/** What the server takes as a name. */
const NAME = /^[A-Za-z0-9._:@-]{0,64}$/;

/** Who the reader says to be, for the history of what is done from here. There is no log-in yet that could know it. */
export function ActorField() {
  const id = useId();
  const [name, setName] = useState(actor.get);
  const isName = NAME.test(name);
  return (
    <div className={classes.field}>
      <label htmlFor={id}>You are</label>
      <input
        id={id}
        value={name}
        placeholder="nobody in particular"
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isName ? undefined : true}
        aria-describedby={isName ? undefined : `${id}-problem`}
        onChange={(event) => {
          setName(event.currentTarget.value);
          if (NAME.test(event.currentTarget.value)) {
            actor.set(event.currentTarget.value);
          }
        }}
      />
      {!isName && (
        <p id={`${id}-problem`} role="alert">
          Letters, digits and . _ : @ - only, 64 at most.
        </p>
      )}
    </div>
  );
}
