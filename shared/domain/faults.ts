/**
 * The only two things that are thrown. The state machine acts on their names: `TryAgain` is retried with back-off and
 * jitter, `GiveUp` (and a `TryAgain` that never succeeds) ends in SetAside, where a person sees it.
 * Everything expected (no date on a certificate, two people of one name) is a value with a reason code instead.
 */
export class TryAgain extends Error {
  override readonly name: 'TryAgain' | 'Paced' = 'TryAgain';
}

/**
 * Nothing failed: it was not one's turn, because only so many may ask at once. It spends no try of those that failures have
 * (decision 0033), and is asked again for much longer.
 */
export class Paced extends TryAgain {
  override readonly name = 'Paced';
}

export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}

/** The server of the recipient, asked for this one address, said that it takes no mail. The machines know it as `GiveUp`. */
export class AddressRefused extends GiveUp {}
