export interface Progress {
  /** Position of the last event that has passed. */
  position: number;
  /** How many events have passed; a sign of life without data is none. */
  events: number;
}

/**
 * Reads server-sent events for what the pages need of them: how many have passed, and up to where. Takes text in pieces
 * of any size; what is not a whole message yet waits for the next piece.
 */
export function feedReader(start: number): (piece: string) => Progress {
  let rest = '';
  let position = start;
  return (piece) => {
    const messages = (rest + piece).split('\n\n');
    rest = messages.pop() ?? '';
    let events = 0;
    for (const message of messages) {
      const id = /^id: ?(\d+)$/m.exec(message)?.[1];
      position = id === undefined ? position : Math.max(position, Number(id));
      events += /^data:/m.test(message) ? 1 : 0;
    }
    return { position, events };
  };
}
