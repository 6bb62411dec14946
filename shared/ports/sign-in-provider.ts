/** What goes along with somebody who is sent to the provider, and must be known again when they come back. */
export type SignInTicket = {
  state: string;
  nonce: string;
  verifier: string;
  /** they must prove themselves anew, whatever session the provider still has */
  again: boolean;
};

/** Somebody the provider vouches for. */
export type ProvenPerson = {
  /** the provider's own lasting name for them, unique together with its issuer */
  subject: string;
  issuer: string;
  name: string;
  /** an address or a user name */
  signInName: string;
  /** the groups or roles the provider puts them in */
  groups: readonly string[];
  /** when they last typed a password or the like; null when the provider does not say */
  provenAt: string | null;
};

/** Who knows the people of the office where this desk has no accounts of its own: any OpenID Connect provider. */
export interface SignInProvider {
  /** The provider's page, with code flow, PKCE, state and nonce. */
  begin(again: boolean): Promise<{ address: string; ticket: SignInTicket }>;
  /**
   * `query` is what came back with them. Null when it proves nothing: refused, altered, for another desk, by another provider.
   * Throws `TryAgain` when the provider does not answer.
   */
  finish(query: string, ticket: SignInTicket): Promise<ProvenPerson | null>;
  /** Where the provider's own session ends; null when it has no such page. */
  signOutAddress(): Promise<string | null>;
}
