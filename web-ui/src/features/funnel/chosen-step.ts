/** The step with the index that stands in the address, where there is one. */
export function stepAt<Step extends { index: number }>(
  steps: readonly Step[],
  index: string | undefined,
): Step | undefined {
  return index === undefined ? undefined : steps.find((step) => String(step.index) === index);
}
