import { type QueueName, type QueueState, queueNames, queueStates } from '../queue';

/** The queue of this name, if there is one. */
export const queueNamed = (text: string | undefined): QueueName | undefined => queueNames.find((name) => name === text);

/** The state of this name, if there is one. */
export const stateNamed = (text: string | undefined): QueueState | undefined =>
  queueStates.find((state) => state === text);

export type { QueuedOrder, QueueName, QueueState } from '../queue';
export { queueNames, queueStates } from '../queue';
