/**
 * The only two things that are thrown. The state machine acts on their names: `TryAgain` is retried with back-off and
 * jitter, `GiveUp` (and a `TryAgain` that never succeeds) ends in SetAside, where a person sees it.
 * Everything expected (no date on a certificate, two people of one name) is a value with a reason code instead.
 */
export class TryAgain extends Error {
  override readonly name: 'TryAgain' | 'Paced' | 'KeyRefused' = 'TryAgain';
}

/**
 * Nothing failed: it was not one's turn, because only so many may ask at once. It spends no try of those that failures have
 * (decision 0033), and is asked again for much longer.
 */
export class Paced extends TryAgain {
  override readonly name: 'Paced' | 'KeyRefused' = 'Paced';
}

/**
 * A key is switched off, on its way to be deleted, or not ours to use. Nothing is wrong with the mail: it waits like one whose turn has
 * not come, and all goes on when the key is back. An alarm is made of this name in the logs.
 */
export class KeyRefused extends Paced {
  override readonly name = 'KeyRefused';
}

export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}

/** The server of the recipient, asked for this one address, said that it takes no mail. The machines know it as `GiveUp`. */
export class AddressRefused extends GiveUp {}
