/** Something the person at the terminal can put right: the message is shown alone, without a stack. */
export class OperatorError extends Error {}
