import type { Message } from './message';

/** The mail was not handed over: it may be sent again. */
export class NotHandedOver extends Error {
  override name = 'NotHandedOver';
  constructor(
    message: string,
    /** True when the same mail would be refused again. */
    readonly permanent: boolean,
  ) {
    super(message);
  }
}

/** Nobody can say whether the mail was handed over: it must not be sent again. */
export class HandoverUnknown extends Error {
  override name = 'HandoverUnknown';
}

export interface Transport {
  /** Returns when the mail is handed over. Errors: NotHandedOver, HandoverUnknown. */
  send(message: Message): Promise<void>;
  /** Whether a mail of that id was handed over by an attempt that nobody lived to report; null when that cannot be known. */
  wasSent(messageId: string): Promise<boolean | null>;
}
