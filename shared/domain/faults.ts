/**
 * The only two things that are thrown. The state machine acts on their names: `TryAgain` is retried with back-off and
 * jitter, `GiveUp` (and a `TryAgain` that never succeeds) ends in SetAside, where a person sees it.
 * Everything expected (no date on a certificate, two people of one name) is a value with a reason code instead.
 */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}

/** The server of the recipient, asked for this one address, said that it takes no mail. The machines know it as `GiveUp`. */
export class AddressRefused extends GiveUp {}
