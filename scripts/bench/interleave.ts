/**
 * Lets contestants take turns, so that whatever else the machine does meets all of them alike. The first of a round is
 * another one in each round; the warm-up rounds are not counted.
 *
 * @param turn runs one contestant once.
 */
export async function interleave<Contestant>(
  contestants: readonly Contestant[],
  { rounds, warmUps }: { readonly rounds: number; readonly warmUps: number },
  turn: (contestant: Contestant, counts: boolean) => Promise<void>,
): Promise<void> {
  for (let round = -warmUps; round < rounds; round += 1) {
    const first = contestants.length === 0 ? 0 : (round + warmUps) % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      await turn(contestant, round >= 0);
    }
  }
}
