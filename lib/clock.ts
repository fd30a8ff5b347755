/** The one place that reads the wall clock. Everything else is handed an instant. */
export const now = (): Date => new Date();
