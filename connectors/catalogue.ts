import type { ConnectorDeclaration } from './connector';
import { file } from './file';
import { records } from './records';

/** Every connector. What is not listed here does not exist: forms, feeds and the API derive from this. */
export const connectors: readonly ConnectorDeclaration[] = [file, records];

/** The connector of that id, or undefined. */
export const connectorNamed = (id: string): ConnectorDeclaration | undefined => connectors.find((c) => c.id === id);
