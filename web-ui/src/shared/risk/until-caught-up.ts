interface Told {
  position: number;
  riskPosition: number;
}

/** Whether more is known than the risks tell: those of many customers are being computed anew. */
export const isBehind = (answer: Told | undefined) => answer !== undefined && answer.riskPosition < answer.position;

/** How long to wait, in milliseconds, until it is asked again for risks that are being computed anew. */
export const untilCaughtUp = (answer: Told | undefined) => isBehind(answer) && 1000;
