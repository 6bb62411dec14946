/** A message whose turn had not come, with what it must not lose on its way through the queue. */
export type PacedMessage = {
  body: string;
  /** when it was first handed to somebody: the queue counts its own time anew with each message */
  since: string;
  /** how often it was put back, this time included */
  times: number;
};

export interface PutBack {
  /** Lays it into its queue once more, to be handed out again after so many seconds, 900 at most. It is durable when this comes back. */
  again(message: PacedMessage, seconds: number): Promise<void>;
}
